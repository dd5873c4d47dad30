import { wholeBody } from '../../../shared/polling/body.ts'
import { createPoller, type Poller } from '../../../shared/polling/poller.ts'
import type { Outcome } from '../../../shared/polling/ports.ts'
import type { Ports } from './day.ts'
import { type Doc, type Fault, feed, newLog, parse } from './feed.ts'
import { chance, settled, type World, world } from './world.ts'

/** A browser with one store, in which pollers are made and die. */
export const browser = (at: World = world()) => {
  const log = newLog()
  const random = chance(1)
  const said: Outcome<Doc>[] = []
  const box = { stored: null as unknown, fault: null as Fault | null, writes: 0 }
  const make = (more: Partial<Ports> = {}): Poller & { kill(): void } => {
    let alive = true
    const controls: AbortController[] = []
    const made = createPoller<Doc, AbortSignal>({
      fetch: feed(at, log, { fault: () => box.fault, hit: () => false }, random, () => alive),
      timer: (wait, run) => at.after(wait, () => alive && run()),
      clock: at.clock,
      random,
      abort: () => {
        const control = new AbortController()
        controls.push(control)
        return control
      },
      readBody: wholeBody,
      parse,
      isAffected: (doc) => doc.hit,
      hosts: ['https://a.test/'],
      store: {
        read: () => box.stored,
        write: (row) => {
          if (!alive) return
          box.writes += 1
          box.stored = row
        },
      },
      onChange: (outcome) => said.push(outcome),
      ...more,
    })
    const kill = () => {
      alive = false
      for (const control of controls) control.abort()
    }
    return { ...made, kill }
  }
  const play = async (length: number) => {
    await settled()
    await at.play(at.now() + length, () => undefined)
  }
  const reasons = () => said.map((outcome) => (outcome.ok ? 'news' : outcome.reason))
  return { at, log, said, box, make, play, reasons }
}
