/** `npm run relay`: builds the relay and runs it here, under workerd or on Node, until it is ended. */
import { join } from 'node:path'
import { startServer, whyNot } from '../relay/node/server.ts'
import { parseSettingsOfNode } from '../relay/node/settings.ts'
import { readSettings } from '../relay/settings.ts'
import { buildRelay, RELAY_FOLDER } from './build/relayFiles.ts'
import { HELP, readArguments } from './relay/arguments.ts'
import { startWorkerd } from './relay/startWorkerd.ts'

const print = (line: string): void => console.log(line)

const run = async (): Promise<void> => {
  const { port, upstream, storage, onNode, help } = readArguments(process.argv.slice(2))
  if (help) return print(HELP.trimEnd())
  const given = Object.entries(process.env).filter(([name]) => name.startsWith('PODLIGHT_'))
  const env: Record<string, string> = {
    ...(Object.fromEntries(given) as Record<string, string>),
    ...(upstream.length > 0 ? { PODLIGHT_UPSTREAM: upstream.join(' ') } : {}),
  }
  const node = parseSettingsOfNode({
    ...env,
    PORT: String(port),
    ...(storage ? { STATE: join(storage, 'relay.json') } : {}),
  })
  const read = readSettings(env)
  if (!read.ok || !node.ok) throw new Error((read.ok ? [] : read.wrong).join('\n'))
  let server: { readonly url: string; close(): Promise<void>; readonly ended?: Promise<void> }
  if (onNode)
    server = await startServer(node.settings, node.node).catch((cause) => {
      throw new Error(whyNot(cause, node.node))
    })
  else {
    await buildRelay()
    server = await startWorkerd({
      worker: join(RELAY_FOLDER, 'worker.js'),
      port,
      env,
      storage,
      onLine: print,
    })
  }
  // Somebody has to ask first: that wakes the object, which then wakes itself.
  await fetch(`${server.url}/healthz`)
  print(
    `The relay for ${read.settings.hosts.join(' and ')} answers at ${server.url}/v1/${read.settings.vendor.id}/pods.json. Ctrl-C ends it.`,
  )
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      isEnding = true
      void server.close().then(() => process.exit(0))
    })
  await server.ended
  if (server.ended && !isEnding) throw new Error('The runtime ended by itself.')
}

run().catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})
