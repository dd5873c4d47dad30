import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url))

export const TARGETS = ['chrome', 'firefox'] as const

/** Builds for a browser by WXT; steered, for the browser tests. Ends the process where it fails. */
export const wxt = (browser: (typeof TARGETS)[number], isSteered: boolean): void => {
  const { status } = spawnSync(process.execPath, [cli, 'build', '-b', browser, '--level', 'warn'], {
    stdio: 'inherit',
    // Some libraries bundle otherwise where they find themselves in a test.
    env: { ...process.env, NODE_ENV: 'production', PODLIGHT_STEERED: isSteered ? '1' : '' },
  })
  if (status !== 0) process.exit(1)
}
