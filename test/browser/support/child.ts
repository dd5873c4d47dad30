import type { ChildProcess } from 'node:child_process'
import { within } from '../../../scripts/stage/until.ts'

const MERCY = 5000

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Waits for the end of a process. */
export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    // One that could not be started has no end to wait for.
    if (isOver(child) || child.pid === undefined) resolve()
    else child.once('exit', () => resolve())
  })

/** Ends a process that we started: asked first, then made to. */
export const stop = async (child: ChildProcess): Promise<void> => {
  child.kill()
  await within(ended(child), 'a process that was asked to end', MERCY).catch(() => child.kill('SIGKILL'))
  await ended(child)
}
