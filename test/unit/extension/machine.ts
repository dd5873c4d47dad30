import { type BackgroundApp, createBackgroundApp } from '../../../extension/background/backgroundApp.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../extension/domain/settings.ts'
import type { ToolbarState } from '../../../extension/domain/toolbarState.ts'
import type { Reply, Request } from '../../../extension/messaging/protocol.ts'
import type { KeptAlert } from '../../../extension/storage/history/alerts.ts'
import type { KeptIncident } from '../../../extension/storage/history/incidents.ts'
import type { Observation } from '../../../extension/storage/history/observations.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { chance, MINUTE, settled, world } from '../polling/world.ts'
import { fakeRequests } from './fakeRequests.ts'
import type { Created, Plan, Stream } from './machinePlan.ts'
import { type Reply as Answer, type Fault, nameOfList, playedPage } from './page.ts'
import { fakeStorage } from './storage.ts'

interface Life {
  alive: boolean
  /** Calls of the ports until it ends. */
  left: number
  readonly background: BackgroundApp
}

/** Rows as somebody would write them who shows first and remembers then. */
const withoutOutbox = (items: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(items), (key, value: unknown) => (key === 'outbox' ? [] : value))

const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/**
 * A browser with a background in it, under a time of its own. What outlives a background (storage, alarms, notifications
 * on the screen) outlives it here, and every call of a port can be its last: it never returns, and what it was to
 * do is done or not.
 */
export const machine = (plan: Plan) => {
  const at = world(Date.parse(plan.from))
  const epoch = Date.parse(plan.from)
  const random = chance(plan.seed ?? 1)
  const page = playedPage(plan.playing)
  const storage = fakeStorage()
  const session = fakeStorage()
  const requests = fakeRequests()
  storage.put({ settings: { ...DEFAULT_SETTINGS, pods: ['prod1'], ...plan.settings } })

  const log = {
    toolbars: [] as ToolbarState[],
    created: [] as Created[],
    welcomed: 0,
    warned: [] as string[],
    /** When something was asked for, events as well. */
    requests: [] as number[],
    /** When a stream of events was opened. */
    opened: [] as number[],
    /** The lists of the page that were asked for. */
    lists: [] as string[],
    recorded: [] as Observation[],
    kept: [] as KeptIncident[],
    alerted: [] as KeptAlert[],
    forgotten: 0,
    deaths: 0,
    /** Deaths after which nothing in the browser would have woken the background again. */
    stranded: 0,
  }
  const box = {
    fault: null as Fault | null,
    /** When the copy was made that is served; null: what the page says now. */
    served: null as number | null,
    /** Another server than the page: what it answers. */
    server: null as ((url: string) => Answer) | null,
    /** What the page answers where it is asked for one of its lists. */
    list: null as ((name: string) => Answer) | null,
    isSaving: false,
    /** How long the page takes to answer. */
    latency: 0,
    noHistory: false,
    /** What the company set, as the browser gives it. */
    managed: {} as unknown,
    /** How long it takes to say so. */
    managedLate: 0,
    isForced: false,
    /** The database never answers, as one that is deleted while a page still has it open. */
    historyHangs: false,
    mortal: plan.lives !== undefined,
  }
  const screen = new Set<string>()
  const streams: Stream[] = []
  let alarm: (() => void) | null = null
  let life: Life | null = null

  const die = (mine: Life): void => {
    mine.alive = false
    for (const stream of streams) stream.isOpen = false
    life = null
    log.deaths += 1
    if (alarm !== null) return
    log.stranded += 1
    if (!plan.isAlone) at.after(MINUTE, () => life ?? born())
  }

  const ring = (): void => {
    alarm = at.after(MINUTE, ring)
    const { background } = life ?? born()
    background.look().catch(() => undefined)
  }

  const born = (): Life => {
    const lives = box.mortal && plan.lives ? plan.lives() : Number.POSITIVE_INFINITY
    /** Does what a port does, if the background lives to see it. */
    const port = async <T>(work: () => T | Promise<T>): Promise<T> => {
      if (!mine.alive) return never()
      mine.left -= 1
      if (mine.left > 0) return work()
      die(mine)
      // It may have been done and nobody lived to hear of it.
      const isDone = plan.lastCall === undefined ? random() < 0.5 : plan.lastCall === 'done'
      if (isDone) await Promise.resolve(work()).catch(() => undefined)
      return never()
    }
    const inHistory = (work: () => unknown): Promise<void> =>
      port(() => {
        if (box.noHistory) throw new Error('no database')
        if (box.historyHangs) return never<void>()
        work()
        return undefined
      })
    const background = createBackgroundApp({
      area: {
        get: (keys) => port(() => storage.area.get(keys)),
        set: (items) =>
          port(() => storage.area.set(plan.careless === 'no outbox' ? withoutOutbox(items) : items)),
      },
      managed: () =>
        port(async () => {
          if (box.managedLate > 0) await new Promise<void>((resolve) => at.after(box.managedLate, resolve))
          if (box.managed instanceof Error) throw box.managed
          return structuredClone(box.managed)
        }),
      isForced: () => port(() => box.isForced),
      openWelcome: () => port(() => void log.welcomed++),
      warn: (line) => void log.warned.push(line),
      session: {
        get: (keys) => port(() => session.area.get(keys)),
        set: (items) => port(() => session.area.set(items)),
      },
      history: {
        record: (rows) => inHistory(() => log.recorded.push(...rows)),
        keep: (incidents) => inHistory(() => log.kept.push(...incidents)),
        alerted: (alerts) => inHistory(() => log.alerted.push(...alerts)),
        forget: () => inHistory(() => log.forgotten++),
      },
      notifier: {
        create: (id, title, text) =>
          port(() => {
            log.created.push({ id, title, text, again: screen.has(id) })
            screen.add(id)
          }),
        shown: () => port(() => (plan.careless === 'blind' ? [] : [...screen])),
      },
      show: (state) => port(() => log.toolbars.push(state)),
      wakeAt: (when) =>
        port(() => {
          alarm?.()
          alarm = at.after(when - at.clock(), ring)
        }),
      sleep: () =>
        port(() => {
          alarm?.()
          alarm = null
        }),
      place: (now) => placeOf(now),
      fetch: (url) =>
        port(async () => {
          log.requests.push(at.now())
          const list = nameOfList(url)
          if (list !== null) {
            log.lists.push(list)
            return box.list === null ? page.list(list, epoch + at.now()) : box.list(list)
          }
          const answer =
            box.server !== null && box.fault === null
              ? Promise.resolve(box.server(url))
              : page.answer(box.served ?? epoch + at.now(), box.fault)
          if (box.latency > 0) await new Promise<void>((resolve) => at.after(box.latency, resolve))
          return answer
        }),
      knock: () =>
        port(async () => {
          log.requests.push(at.now())
          if (box.fault !== 'unreadable') await page.answer(epoch + at.now(), box.fault)
        }),
      timer: (wait, run) => at.after(wait, () => mine.alive && run(), true),
      clock: at.clock,
      random,
      isSaving: () => box.isSaving,
      requests: requests.portFor(() => mine.alive, port),
      // Asked for without waiting, so the background lives to see it or is dead already.
      events: (address, listener) => {
        const stream = { address, ...listener, isOpen: mine.alive }
        const close = () => {
          stream.isOpen = false
        }
        if (!mine.alive) return close
        log.requests.push(at.now())
        log.opened.push(at.now())
        streams.push(stream)
        return close
      },
    })
    const mine: Life = { alive: true, left: lives, background }
    life = mine
    background.look().catch(() => undefined)
    return mine
  }

  /** The background that lives, or the one that is born for whoever asks. */
  const current = (): BackgroundApp => (life ?? born()).background

  const play = async (length: number): Promise<void> => {
    await settled()
    await at.play(at.now() + length, () => undefined)
  }

  const close = (): void => {
    if (life) life.alive = false
    for (const stream of streams) stream.isOpen = false
    life = null
    alarm?.()
    alarm = null
    screen.clear()
  }

  /** Opens the browser. */
  const open = async (): Promise<void> => {
    born()
    await settled()
  }

  return {
    at,
    storage,
    session,
    requests,
    log,
    box,
    screen,
    /** Streams of events that are open, and where. */
    streams: () => streams.filter(({ isOpen }) => isOpen),
    page,
    open,
    play,
    playTo: (iso: string) => play(Date.parse(iso) - epoch - at.now()),
    background: current,
    ask: (request: Request): Promise<Reply> => current().handle(request),
    /** The background dies after so many calls. */
    doom: (calls: number) => {
      if (life) life.left = calls
    },
    /** It dies between two calls. */
    kill: () => {
      if (life) die(life)
    },
    isAlive: () => life !== null,
    /** Whether anything will wake a background by itself. */
    hasAlarm: () => alarm !== null,
    toolbar: () => log.toolbars.at(-1),
    titles: () => log.created.map(({ title }) => title),
    /** The company sets something, and the browser says so at once. */
    policy: async (managed: unknown): Promise<void> => {
      box.managed = managed
      await current().policyChanged()
      await settled()
    },
    /** It was installed a moment ago. */
    welcome: (): Promise<void> => current().welcome(),
    /** Changes settings, and waits for what the background does about it beside its answer. */
    settings: async (changed: Partial<Settings>): Promise<Reply> => {
      const settings = { ...DEFAULT_SETTINGS, pods: ['prod1'], ...plan.settings, ...changed }
      const reply = await current().handle({ type: 'page-bg:settings', settings })
      await settled()
      return reply
    },
    /** The browser is closed and opened again: alarms are lost, and what was on the screen. */
    restart: async (): Promise<void> => {
      close()
      born()
      await settled()
    },
    /** The browser is closed for a while. */
    closedUntil: async (iso: string): Promise<void> => {
      close()
      await play(Date.parse(iso) - epoch - at.now())
      born()
      await settled()
    },
  }
}
export type Machine = ReturnType<typeof machine>
