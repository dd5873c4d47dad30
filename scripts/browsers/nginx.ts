import { existsSync } from 'node:fs'
import { install } from './apt.ts'

const PATHS = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx']

/** The server that docs/hosting.md configures; undefined where there is none. */
export const findNginx = (): string | undefined => PATHS.find((path) => existsSync(path))

/** Finds it, or gets it where that is possible without asking. Its one test is left out where it is not to be had. */
export const getNginx = (): string | undefined =>
  findNginx() ?? (install(['nginx-light']) ? findNginx() : undefined)
