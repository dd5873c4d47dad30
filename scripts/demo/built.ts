import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url))

/** What is shown is what is built, so it is built first: each part with its script. */
const PARTS = [
  ['the banner', ['scripts/widget.ts']],
  ['the extension', ['scripts/extension.ts', '--only', 'chrome']],
] as const

/** Builds what the demo shows. Throws what a build said where it fails. */
export const buildParts = (print: (line: string) => void): void => {
  for (const [what, args] of PARTS) {
    const began = Date.now()
    const { status, stderr, stdout } = spawnSync(process.execPath, [tsx, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`Building ${what} failed:\n${stdout}${stderr}`)
    print(`Built ${what} in ${Math.round((Date.now() - began) / 1000)} s.`)
  }
}
