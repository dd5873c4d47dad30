import { createHandler } from '../../../../relay/http/handler.ts'
import type { LogEvent } from '../../../../relay/log.ts'
import { readSettings } from '../../../../relay/settings.ts'
import type { Rows } from '../../../../relay/upstream/stored.ts'
import { createUpstream, type Upstream } from '../../../../relay/upstream/upstream.ts'
import { summaryAt } from '../../../../scripts/replay/documents.ts'
import type { Verdict } from '../../../../shared/model/verdict.ts'
import type { Reply } from '../../../../shared/polling/ports.ts'
import { ESCALATION } from '../../extension/stories.ts'
import { chance, MINUTE, settled, world } from '../../polling/world.ts'

export const STATUSPAGE_SECRET = 'a-secret-of-at-least-24-characters'
export const PINGORU_SECRET = 'what Pingoru signs with'

/** What a relay's answers may hold; a test that reads what is not there fails. */
export interface Body {
  readonly age: number
  readonly verdict: Verdict
  readonly verdicts: readonly Verdict[]
  readonly ok: boolean
  readonly upstream: { readonly state: string; readonly failures: number }
  readonly lastError: { readonly reason: string }
  readonly nextLook: string
}

export const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body

/** What the pretend page answers: a body, or a status with headers; null never answers, and a throw is no connection. */
export type PageAnswer =
  | { readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | null

const replyOf = (answer: Exclude<PageAnswer, null>): Reply => {
  const headers = new Headers(answer.headers)
  const status = 'status' in answer ? answer.status : 200
  return { status, headers, body: null, text: async () => ('body' in answer ? answer.body : '') }
}

const made = new Map<number, string>()

/** The page's document at a minute. */
export const documentAt = (at: number): string => {
  const minute = Math.floor(at / MINUTE) * MINUTE
  const known = made.get(minute) ?? JSON.stringify(summaryAt(ESCALATION, minute))
  made.set(minute, known)
  return known
}

/** A relay whose time the test owns: it may die at any moment, and goes on from what it kept. */
export const relayAt = (start: string, env: Readonly<Record<string, string>> = {}) => {
  const at = world(Date.parse(start))
  const read = readSettings({
    PODLIGHT_UPSTREAM: 'https://page.example/summary.json https://other.example/summary.json',
    PODLIGHT_STATUSPAGE_SECRET: STATUSPAGE_SECRET,
    PODLIGHT_PINGORU_SECRET: PINGORU_SECRET,
    ...env,
  })
  if (!read.ok) throw new Error(read.wrong.join(' '))
  const { settings } = read
  const random = chance(1)
  const requests: { readonly at: number; readonly url: string }[] = []
  const log: LogEvent[] = []
  const kept: { rows: Rows; alarm: number | null; writes: number } = { rows: {}, alarm: null, writes: 0 }
  const box = {
    answer: (_url: string): PageAnswer => ({ body: documentAt(at.clock()) }),
    /** Called before each write; a throw there is a store that is broken, and a death one that never comes back. */
    onWrite: (): void => undefined,
    isStoreBroken: false,
  }
  let life = 0
  let cancelAlarm = (): unknown => undefined
  let upstream: Upstream
  let handle: ReturnType<typeof createHandler>

  const setAlarm = (due: number): void => {
    kept.alarm = due
    cancelAlarm()
    cancelAlarm = at.after(due - at.clock(), () => {
      kept.alarm = null
      // An engine calls again where the last call died.
      void upstream.look()
    })
  }

  const begin = (): void => {
    const own = ++life
    const isAlive = (): boolean => own === life
    const time = {
      clock: at.clock,
      timer: (wait: number, run: () => void) => at.after(wait, () => isAlive() && run()),
      onMachine: (moment: number) => moment,
    }
    const never = new Promise<never>(() => undefined)
    upstream = createUpstream({
      ...settings,
      time,
      random,
      log: (event) => isAlive() && log.push(event),
      fetch: async (url) => {
        if (!isAlive()) return never
        requests.push({ at: at.clock(), url })
        const answer = box.answer(url)
        return answer === null ? never : replyOf(answer)
      },
      store: {
        read: async () => structuredClone(kept.rows),
        write: async (rows) => {
          if (!isAlive()) return never
          box.onWrite()
          if (!isAlive()) return never
          if (box.isStoreBroken) throw new Error('The disk is full.')
          kept.writes++
          kept.rows = structuredClone({ ...kept.rows, ...rows })
        },
      },
      setAlarm: async (due) => (isAlive() ? setAlarm(due) : never),
      alarm: async () => kept.alarm,
    })
    handle = createHandler(settings, { time, random, log: (event) => isAlive() && log.push(event) })
  }
  begin()

  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    handle(new Request(`https://relay.example${path}`, init), upstream)

  return {
    at,
    box,
    kept,
    log,
    requests,
    ask,
    json: async (path: string): Promise<Body> => bodyOf(await ask(path)),
    /** Ends the process: nothing of it goes on, and another one takes up what was kept. The alarm is the engine's. */
    restart: (): void => {
      begin()
      // An alarm whose call died is called again.
      if (kept.alarm === null) setAlarm(at.clock())
    },
    /** Another worker of the engine, which remembers nothing, before the same object. */
    worker: () =>
      createHandler(settings, {
        time: { clock: at.clock, timer: at.after, onMachine: (m) => m },
        random,
        log: () => undefined,
      }),
    upstream: (): Upstream => upstream,
    play: async (length: number): Promise<void> => {
      await settled()
      await at.play(at.now() + length, () => undefined)
    },
    /** Wakes it, as the first who asks does. */
    wake: async (): Promise<void> => {
      // Not waited for: it may die over it.
      void ask('/healthz')
      await settled()
      await at.play(at.now() + 100, () => undefined)
    },
  }
}

export type Relay = ReturnType<typeof relayAt>
