import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url))

/** What is shown is what is built, so it is built first: each part with its script. */
const PARTS = [
  ['the banner', ['scripts/build/widget.ts']],
  ['the extension', ['scripts/build/extension.ts', '--only', 'chrome']],
] as const

/** Builds one part; gives what it said where that failed. */
const build = (args: readonly string[], signal: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [tsx, ...args], { cwd: ROOT, signal })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text
      })
    child.once('error', (cause) => resolve(`${cause}`))
    child.once('close', (code) => resolve(code === 0 ? null : said))
  })

/** Builds what the demo shows. Throws what a build said where it fails. */
export const buildParts = async (print: (line: string) => void, signal: AbortSignal): Promise<void> => {
  for (const [i, [what, args]] of PARTS.entries()) {
    print(`Building ${what} (${i + 1} of ${PARTS.length}) ...`)
    const began = Date.now()
    const failure = await build(args, signal)
    if (signal.aborted) return
    if (failure !== null) throw new Error(`Building ${what} failed:\n${failure}`)
    print(`Built ${what} in ${Math.round((Date.now() - began) / 1000)} s.`)
  }
}
