import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Runs a command to its end, in sight, and gives whether it succeeded. */
export const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // A network that lets no download through is told from a slow one after half a minute, not after many.
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '30000',
    },
    timeout: 15 * 60_000,
  }).status === 0

/** Whether packages of the system can be installed without asking anybody: as root, on Debian. */
export const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Installs packages of the system, where that is possible. */
export const install = (packages: readonly string[]): boolean =>
  mayInstall() &&
  run('apt-get', ['update', '-qq']) &&
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
