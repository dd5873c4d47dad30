/** The relay on Node, in one process: `node node.js`. */

import { startServer, whyNot } from './node/server.ts'
import { parseSettingsOfNode } from './node/settings.ts'

const read = parseSettingsOfNode(process.env)
if (read.ok) {
  const server = await startServer(read.settings, read.node).catch((cause) => {
    console.error(whyNot(cause, read.node))
    process.exit(1)
  })
  console.log(`The relay answers at ${server.url}/healthz.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
} else {
  for (const line of read.wrong) console.error(line)
  process.exitCode = 1
}
