import { signal } from '@preact/signals'
import { type GivenIcon, toolbarIcon } from './toolbarIcon.ts'

// What a browser does for an extension, as far as ours asks: it keeps things, wakes, carries messages, and wears what
// it is told on its toolbar. The extension itself is the one that was built.

type Listener = (...given: never[]) => unknown
type Items = Record<string, unknown>

export interface Face {
  readonly icon: string
  readonly text: string
  readonly color: string
  readonly title: string
}
const BARE: Face = { icon: '/icons/unknown-32.png', text: '', color: '#454a54', title: 'Podlight' }

export interface Notice {
  readonly id: string
  readonly title: string
  readonly message: string
  /** When it came, in the time that is played. */
  readonly at: number
}

/** The toolbar, and the notifications that came. */
export const face = signal<Face>(BARE)
export const notices = signal<readonly Notice[]>([])

let kept: Items = {}
let session: Items = {}
let alarm: { at: number; every: number } | null = null
/** Grows with each uninstall: what belonged to an extension that is gone changes nothing any more. */
let install = 0
/** Requests under way. */
let asking = 0
/** An answer is read a moment after it came. */
const READ = 250
const BEAT = 50
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** To a request under way a leap of time is a night that the machine slept through, so time waits for its end. */
export const settled = async (): Promise<void> => {
  for (let looks = 0; asking > 0 && looks < 40; looks++) await pause(BEAT)
}

/** By frame, as a frame that is loaded anew hears with other ears. */
const ears = new Map<Window, { event: string; listener: Listener }[]>()

const tell = (event: string, ...given: unknown[]): unknown[] =>
  [...ears.values()]
    .flat()
    .filter((ear) => ear.event === event)
    .map(({ listener }) => (listener as (...all: unknown[]) => unknown)(...given))

/** Some of what is kept, as a copy. */
const some = (all: Items, keys: readonly string[]): Items =>
  structuredClone(Object.fromEntries(keys.filter((key) => key in all).map((key) => [key, all[key]])))

const events = (frame: Window, ...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        addListener: (listener: Listener) => ears.get(frame)?.push({ event: name, listener }),
        removeListener: (listener: Listener) =>
          ears.set(
            frame,
            (ears.get(frame) ?? []).filter((ear) => ear.event !== name || ear.listener !== listener),
          ),
      },
    ]),
  )

/** Carries a message as if a page of the extension had sent it. */
const carry = (message: unknown): unknown =>
  tell('onMessage', structuredClone(message), { id: 'podlight', url: `${location.origin}/popup.html` }).find(
    (answer) => answer !== undefined,
  )

/** What one frame of the extension gets. */
const lentTo = (frame: Window) => {
  ears.set(frame, [])
  const own = install
  const isGone = (): boolean => own !== install
  const { fetch } = frame
  frame.fetch = async (...given) => {
    asking++
    try {
      return await fetch.apply(frame, given)
    } finally {
      void pause(READ).then(() => {
        if (!isGone()) asking--
      })
    }
  }
  const wear = async (worn: Partial<Face>): Promise<void> => {
    if (!isGone()) face.value = { ...face.value, ...worn }
  }
  return {
    runtime: {
      id: 'podlight',
      getURL: (path: string) => new URL(path, location.origin).href,
      sendMessage: async (message: unknown) => carry(message),
      ...events(frame, 'onMessage', 'onInstalled', 'onStartup'),
    },
    storage: {
      local: {
        get: async (keys: readonly string[]) => some(kept, keys),
        set: async (items: Items) => {
          if (isGone()) return
          kept = { ...kept, ...structuredClone(items) }
          tell('onChanged', {}, 'local')
        },
      },
      session: {
        get: async (keys: readonly string[]) => some(session, keys),
        set: async (items: Items) => {
          if (!isGone()) session = { ...session, ...structuredClone(items) }
        },
      },
      // No company looks after it.
      managed: { get: async () => ({}), onChanged: { addListener: () => undefined } },
      ...events(frame, 'onChanged'),
    },
    alarms: {
      create: async (_: string, { when, periodInMinutes }: { when: number; periodInMinutes: number }) => {
        if (!isGone()) alarm = { at: when, every: periodInMinutes * 60_000 }
      },
      clear: async () => {
        alarm = null
      },
      ...events(frame, 'onAlarm'),
    },
    notifications: {
      create: async (id: string, { title, message }: Pick<Notice, 'title' | 'message'>) => {
        if (!isGone())
          notices.value = [
            { id, title, message, at: (frame as Window & typeof globalThis).Date.now() },
            ...notices.value.filter((one) => one.id !== id),
          ]
      },
      clear: async (id: string) => {
        notices.value = notices.value.filter((one) => one.id !== id)
      },
      getAll: async () => Object.fromEntries(notices.value.map(({ id }) => [id, {}])),
      ...events(frame, 'onClicked'),
    },
    action: {
      setIcon: (given: GivenIcon) => wear({ icon: toolbarIcon(given) }),
      setBadgeText: ({ text }: Pick<Face, 'text'>) => wear({ text }),
      setBadgeBackgroundColor: ({ color }: Pick<Face, 'color'>) => wear({ color }),
      setBadgeTextColor: async () => undefined,
      setTitle: ({ title }: Pick<Face, 'title'>) => wear({ title }),
      getUserSettings: async () => ({ isOnToolbar: true }),
    },
    tabs: {
      create: async ({ url }: { url: string }) => void open(url, '_blank', 'noopener'),
      query: async () => [],
    },
    // Nobody works in a vendor's app here, so there are no requests to allow anybody to see.
    permissions: {
      contains: async () => false,
      request: async () => false,
      getAll: async () => ({ permissions: [], origins: [] }),
      remove: async () => true,
      ...events(frame, 'onAdded', 'onRemoved'),
    },
    scripting: { executeScript: async () => [] },
    i18n: { getUILanguage: () => navigator.language },
  }
}

/** As after an uninstall. */
export const forgetAll = (): void => {
  install++
  asking = 0
  ears.clear()
  kept = {}
  session = {}
  // Time may go back, and the history would know what is yet to come.
  indexedDB.deleteDatabase('podlight')
  alarm = null
  face.value = BARE
  notices.value = []
}

/** Where time stands still, the next minute would never come for who was busy in this one. */
const AGAIN = 1000
let rung = 0

/** Wakes the extension, if it is time. */
export const ring = (now: number): void => {
  if (alarm === null || (now < alarm.at && Date.now() - rung < AGAIN)) return
  rung = Date.now()
  alarm = { ...alarm, at: now + alarm.every }
  tell('onAlarm', { name: 'look' })
}

export const send = carry

Object.assign(window, { pretendBrowser: { lentTo } })
