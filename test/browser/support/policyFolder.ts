import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PolicyFolder {
  readonly path: string
  /** Puts a policy file there, in place of an older one of that name. */
  write(name: string, policy: string): void
  remove(name: string): void
}

/** Chromium waits for five seconds where it sees a new time of change, lest somebody is still writing. */
const TIME = new Date(2020, 0, 1)

/** A folder of policy files below a folder of the test. Each appears at once and as a whole. */
export const policyFolder = (home: string): PolicyFolder => {
  const path = join(home, 'policies')
  mkdirSync(path)
  return {
    path,
    write: (name, policy) => {
      const draft = join(home, name)
      writeFileSync(draft, policy)
      utimesSync(draft, TIME, TIME)
      renameSync(draft, join(path, name))
    },
    remove: (name) => rmSync(join(path, name), { force: true }),
  }
}
