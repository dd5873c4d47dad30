import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Replay } from '../../replay/server.ts'
import { SUMMARY, startPage } from './page.ts'
import type { Relay, Relays, StartRelay } from './relays.ts'

export interface Health {
  readonly failures: number
  /** When the relay will ask next, by its own time. */
  readonly nextLook: number | null
  readonly streams: number
}

/** What `/healthz` tells. */
interface Told {
  readonly upstream: { readonly failures: number }
  readonly nextLook: string | null
  readonly streams: number
}

/** A page and the relay that asks it, by one time that runs faster than the machine's. */
export interface Playing {
  /** Now, by that time. */
  readonly now: () => number
  /** What time it was or will be at a time of the machine. */
  readonly timeOf: (machine: number) => number
  readonly machineOf: (time: number) => number
  readonly page: () => Replay
  /** When the page was asked, by that time. */
  readonly asked: () => readonly number[]
  /** Ends the page, so that nobody answers at its address. */
  readonly killPage: () => Promise<void>
  readonly revivePage: () => Promise<void>
  readonly relay: () => Relay
  /** Starts the relay, or starts another one with what the last one kept. */
  readonly start: (options?: Partial<StartRelay>) => Promise<Relay>
  readonly health: () => Promise<Health>
  readonly close: () => Promise<void>
}

/** Longer than any answer may take, in the machine's time. */
const PATIENCE = 30_000
const LOOK = 2

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds))

/** Looks again and again until something holds; after so many milliseconds it fails. */
export const when = async (
  holds: () => boolean | Promise<boolean>,
  what: string,
  patience = PATIENCE,
): Promise<void> => {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Never seen: ${what}.`)
    await wait(LOOK)
  }
}

export const startPlaying = async (
  relays: Relays,
  {
    starts,
    at,
    speed,
    onLine,
  }: {
    readonly starts: readonly number[]
    readonly at: number
    readonly speed: number
    readonly onLine?: (line: string) => void
  },
): Promise<Playing> => {
  const storage = mkdtempSync(join(tmpdir(), 'podlight-proof-'))
  let page = await startPage(starts, { at, speed })
  const since = Date.now()
  page.setTime(at)
  const port = Number(new URL(page.url).port)
  const upstream = `${page.url}${SUMMARY}`
  const timeOf = (machine: number): number => at + (machine - since) * speed
  const now = (): number => timeOf(Date.now())
  const before: number[] = []
  let relay: Relay | null = null
  const running = (): Relay => {
    if (relay === null) throw new Error('No relay was started.')
    return relay
  }
  const own = (): number[] => page.log.entries().map((entry) => timeOf(entry.at))
  return {
    now,
    timeOf,
    machineOf: (time) => since + (time - at) / speed,
    page: () => page,
    asked: () => [...before, ...own()],
    async killPage() {
      before.push(...own())
      page.log.clear()
      await page.close()
    },
    async revivePage() {
      page = await startPage(starts, { at: now(), speed, port })
    },
    relay: running,
    async start(options = {}) {
      const mixed = { upstream, at, since, speed, storage, ...(onLine ? { onLine } : {}), ...options }
      relay = await relays.start(mixed)
      return relay
    },
    async health() {
      const response = await fetch(`${running().url}/healthz`, { signal: AbortSignal.timeout(PATIENCE) })
      const { upstream: told, nextLook, streams } = (await response.json()) as Told
      const next = nextLook === null ? null : Date.parse(nextLook)
      // An alarm is told by the machine's clock.
      const isMachines = next !== null && Math.abs(next - Date.now()) < 86_400_000
      return { failures: told.failures, streams, nextLook: isMachines ? timeOf(next) : next }
    },
    async close() {
      await relay?.kill()
      await page.close()
      rmSync(storage, { recursive: true, force: true })
    },
  }
}
