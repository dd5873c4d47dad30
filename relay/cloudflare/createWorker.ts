import { DurableObject } from 'cloudflare:workers'
import { createHandler } from '../http/handler.ts'
import { plainReply } from '../http/replies.ts'
import { jsonLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Time } from '../time.ts'
import type { HookOutcome, Source } from '../upstream/source.ts'
import { createUpstream, type Upstream } from '../upstream/upstream.ts'
import { upstreamFetch } from '../upstreamFetch.ts'
import { createSqlStore } from './sqlStore.ts'

export interface Env {
  readonly UPSTREAM: DurableObjectNamespace<Source>
  readonly [name: string]: unknown
}

type UpstreamObject = new (state: DurableObjectState, env: Env) => Source & { alarm(): Promise<void> }

const log = jsonLog
const random = Math.random

/** The object that asks the vendor: there is one in the world for each vendor. The engine may stop and start it at any time. */
export const createUpstreamObject = (timeOf: (env: Env) => Time): UpstreamObject =>
  class extends DurableObject<Env> implements Source {
    readonly #upstream: Upstream

    constructor(state: DurableObjectState, env: Env) {
      super(state, env)
      const read = readSettings(env)
      if (!read.ok) throw new Error(read.wrong.join(' '))
      const { storage } = state
      this.#upstream = createUpstream({
        ...read.settings,
        time: timeOf(env),
        random,
        fetch: upstreamFetch,
        store: createSqlStore(storage),
        setAlarm: (at) => storage.setAlarm(at),
        alarm: () => storage.getAlarm(),
        log,
      })
    }
    alarm(): Promise<void> {
      return this.#upstream.look()
    }
    news(have: string | null) {
      return this.#upstream.news(have)
    }
    document() {
      return this.#upstream.document()
    }
    hook(from: string, body: string): Promise<HookOutcome> {
      return this.#upstream.hook(from, body)
    }
    health() {
      return this.#upstream.health()
    }
  }

/** Gets the object only when it is needed: nearly every request is answered without it. */
const lazySource = ({ UPSTREAM }: Env, name: string): Source => {
  const object = (): Source => UPSTREAM.get(UPSTREAM.idFromName(name))
  return {
    news: (have) => object().news(have),
    document: () => object().document(),
    hook: (from, body) => object().hook(from, body),
    health: () => object().health(),
  }
}

/** The worker that answers requests. The engine runs as many as it likes, and they share nothing. */
export const createWorker = (timeOf: (env: Env) => Time) => {
  let handle: ReturnType<typeof createHandler> | null = null
  let settings: Settings | null = null
  let wrong: readonly string[] = []

  const begin = (env: Env): void => {
    const read = readSettings(env)
    if (!read.ok) {
      wrong = read.wrong
      log({ event: 'error', where: 'settings', message: wrong.join(' ') })
      return
    }
    settings = read.settings
    handle = createHandler(settings, { time: timeOf(env), random, log })
  }

  return {
    fetch(request: Request, env: Env): Response | Promise<Response> {
      if (handle === null && wrong.length === 0) begin(env)
      if (handle === null || settings === null)
        return plainReply(500, { error: 'The settings are wrong.', wrong })
      return handle(request, lazySource(env, settings.vendor.id))
    },
  }
}
