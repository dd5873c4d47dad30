import { browser } from 'wxt/browser'
import { clock } from '../domain/clock.ts'
import { localeAndZone } from '../domain/localeAndZone.ts'
import { keepAlerts } from '../storage/history/alerts.ts'
import { forgetAll } from '../storage/history/database.ts'
import { keepIncidents } from '../storage/history/incidents.ts'
import { record } from '../storage/history/observations.ts'
import { browserRequests } from './evidence/browserRequests.ts'
import type { BackgroundPorts, OpenEvents } from './ports.ts'
import { createShow, drawnIcon, svgIcon } from './showToolbar.ts'

/** Every minute from then on, so that a background that dies before it sets the next one is woken all the same. */
const wakeAt = (at: number): Promise<unknown> =>
  Promise.resolve(browser.alarms.create('look', { when: at, periodInMinutes: 1 }))

const isSaving = (): boolean => {
  const { connection } = navigator as { connection?: { saveData?: unknown } }
  return connection?.saveData === true
}

/** No cookies, no trace of us, to whatever address. */
const PLAIN = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const

const EVENTS = ['verdict', 'changed', 'beat']

/** Without cookies, as it is another site's. It does not try again by itself: all would come back at once. */
const openEvents: OpenEvents = (address, { message, end }) => {
  const source = new EventSource(address)
  const { origin } = new URL(address)
  const hear = (event: MessageEvent<string>): void => {
    // Requests follow no redirect, and neither do events.
    if (event.origin === origin) message(event.type, event.lastEventId, event.data)
    else end()
  }
  for (const type of EVENTS) source.addEventListener(type, hear)
  source.onerror = end
  return () => source.close()
}

/** The browser, as the background needs it. */
export const browserPorts = (): BackgroundPorts => ({
  area: {
    get: (keys) => browser.storage.local.get(keys),
    set: (items) => browser.storage.local.set(items),
  },
  managed: () => browser.storage.managed.get(null),
  isForced: async () => (await browser.management.getSelf()).installType === 'admin',
  openWelcome: () => browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
  session: {
    get: (keys) => browser.storage.session.get(keys),
    set: (items) => browser.storage.session.set(items),
  },
  history: { record, keep: keepIncidents, alerted: keepAlerts, forget: forgetAll },
  notifier: {
    // No more than this, as Firefox refuses the rest.
    create: (id, title, message) =>
      browser.notifications.create(id, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icons/podlight-128.png'),
        title,
        message,
      }),
    shown: async () => Object.keys(await browser.notifications.getAll()),
  },
  warn: (line) => console.warn(line),
  show: import.meta.env.FIREFOX
    ? createShow(browser.action, svgIcon, svgIcon('unknown'))
    : createShow(browser.action, drawnIcon()),
  wakeAt,
  sleep: () => browser.alarms.clear('look'),
  place: (now) => localeAndZone(browser.i18n.getUILanguage(), now),
  fetch: (url, init) => fetch(url, { ...init, ...PLAIN }),
  // Without leave to read, the browser tells that something answered and nothing of what it said.
  knock: (url, signal) => fetch(url, { mode: 'no-cors', cache: 'no-cache', signal, ...PLAIN }),
  events: openEvents,
  requests: browserRequests(clock),
  timer: (wait, run) => {
    const timer = setTimeout(run, wait)
    return () => clearTimeout(timer)
  },
  clock,
  random: Math.random,
  isSaving,
})
