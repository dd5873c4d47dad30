/** `npm start`: builds what is shown, plays five real incidents, and opens a browser where there is a screen. */
import { ArgumentError, HELP, readArguments } from './demo/arguments.ts'
import { buildParts } from './demo/built.ts'
import { type Opened, openBrowser } from './demo/open.ts'
import { type Demo, startDemo } from './demo/server.ts'

const print = (line: string): void => console.log(line)

const run = async (): Promise<void> => {
  const chosen = readArguments(process.argv.slice(2))
  if (chosen.help) return print(HELP.trimEnd())
  print('Getting ready; this takes about half a minute.')
  // First what may be refused at once, such as a port; nobody asks before they are told the address.
  const demo: Demo = await startDemo(chosen)
  const ending = new AbortController()
  let opening: Promise<Opened | null> = Promise.resolve(null)
  const end = async (): Promise<void> => {
    ending.abort()
    const opened = await opening
    if (opened?.kind === 'opened') await opened.close().catch(() => undefined)
    await demo.close()
    print('The demo has ended.')
  }
  const endOnce = (): void => {
    if (!ending.signal.aborted) end().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endOnce)
  try {
    await buildParts(print, ending.signal)
  } catch (cause) {
    await demo.close()
    throw cause
  }
  if (ending.signal.aborted) return
  if (chosen.opens) opening = openBrowser(demo.url)
  const opened = await opening
  if (opened?.kind === 'opened') {
    print(`The demo is open, at ${demo.url}. It ends with its window, or with Ctrl-C.`)
    opened.ended.then(endOnce)
  } else print(`${opened ? `${opened.why}: open` : 'Open'} ${demo.url} in a browser. Ctrl-C ends the demo.`)
}

run().catch((cause) => {
  console.error(cause instanceof ArgumentError || cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})
