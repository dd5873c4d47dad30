import { until } from '../../../scripts/stage/until.ts'
import { MINUTE } from '../../../shared/model/limits.ts'
import { WELL } from '../../../shared/polling/waits.ts'
import type { Eye } from './extensionPage.ts'

/** The time of an agent's browser, which stands still until a test moves it. */
export interface ExtensionClock {
  now(): number
  /** Puts a browser with the steered build into this time, in place of any other. */
  join(eye: Eye): Promise<void>
  /** Moves on by so many milliseconds. */
  pass(length: number): Promise<void>
  /** Moves on to when the extension wants to be woken, and wakes it. */
  ring(): Promise<void>
  /** Waits until the extension has done what it was woken for. */
  settled(): Promise<void>
}

const API = 'const api = window.browser ?? window.chrome;'

/** Ahead of the real time, so that the browser rings no alarm by itself. */
const AHEAD = 24 * 60 * MINUTE

/** Begins at a time that must be ahead of the real one, or a day from now. */
export const createExtensionClock = (
  begin = Math.floor(Date.now() / MINUTE) * MINUTE + AHEAD,
): ExtensionClock => {
  let time = begin
  let joined: Eye | null = null
  const run = (body: string): Promise<unknown> => {
    if (joined === null) throw new Error('No browser lives in this time.')
    return joined.run(`${API} ${body}`)
  }
  /** When the extension wants to be woken next; 0 while it does not. */
  const alarm = async (): Promise<number> =>
    Number(await run(`return (await api.alarms.get('look'))?.scheduledTime ?? 0`))
  const move = async (to: number): Promise<void> => {
    time = to
    await run(`await api.storage.local.set({ steeredClock: ${time} })`)
  }
  return {
    now: () => time,
    join: async (eye) => {
      joined = eye
      await move(time + 1)
    },
    pass: (length) => move(time + length),
    ring: async () => {
      // A background that has only just started may not have said yet when to wake it. Moving time wakes it by itself,
      // which must not hide that nothing else would.
      const next = await until(alarm, (at) => at > 0, 'an alarm that would wake the extension')
      await move(Math.max(time + 1, next))
    },
    settled: async () => {
      await until(
        async () => (await alarm()) - time,
        // While it is at work, the alarm stands a round minute ahead, lest it die over it. No wait of its own is that
        // round; only a server may ask for one.
        (ahead) => ahead > 0 && ahead !== WELL,
        'an extension at rest',
      )
    },
  }
}
