import { summaryAt } from '../../../scripts/replay/documents.ts'
import { load } from '../../../scripts/replay/load.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { type Shop, startShop } from '../../../scripts/stage/shop.ts'
import type { ShopOptions } from '../../../scripts/stage/shopOptions.ts'
import { until } from '../../../scripts/stage/until.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Banner } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { squeezed } from './squeezed.ts'
import type { Web } from './web.ts'
import { bannerIn, type SeenBanner } from './widgetBanner.ts'
import { CLOCK_PATH, createWidgetClock, settled } from './widgetClock.ts'

/** A shop with a chat and the widget, a status page, and one clock for all of it. */

export const FEED = '/api/v2/summary.json'
export const SECOND = 1000
export const MINUTE = 60 * SECOND

/** When every stage begins, so that a text with a time in it reads the same each time. */
export const START = Date.parse('2027-03-02T09:00:00Z')

/** After so long a page has asked again: a minute, a quarter more by chance. */
export const ASKED = 76 * SECOND

export interface StageOptions extends Omit<ShopOptions, 'tag'> {
  /** Names of recordings, or recordings. All is well before the first change. */
  readonly recordings?: readonly (string | Recording)[]
  /** The change after which the page is opened; -1, the default, is before the first. */
  readonly change?: number
  /** Options of our own tag. */
  readonly tag?: Readonly<Record<string, string>>
}

export interface Stage {
  readonly shop: Shop
  readonly replay: Replay
  /** How many times the status page changes. */
  readonly changes: number
  now(): number
  /** Lets time pass in every tab. */
  advance(ms: number): Promise<void>
  /** Lets time pass until the status page was asked again. */
  ask(): Promise<void>
  /** Lets the status page be as it was after a change, and time pass until it was asked. */
  goTo(change: number): Promise<void>
  /** What the core wants customers of a pod told after a change; without a pod, what hits all of them. */
  truth(change: number, pod: string | null): Banner | null
  /** Opens the shop's page, or another address, here; the first one is already open. */
  open(url?: string): Promise<void>
  reload(): Promise<void>
  /** Another tab of the shop, in the same time; it counts until the stage is closed. */
  newTab(): Promise<Web>
  openChat(web?: Web): Promise<void>
  closeChat(): Promise<void>
  /** The banner, when everything has happened that needs no time. */
  banner(web?: Web): Promise<SeenBanner | null>
  /** How often the status page was asked. */
  asked(): number
  /** Changes what the shop serves from the next load on. */
  change(options: StageOptions): void
  close(): Promise<void>
}

const judge = createJudge(kustomer, promiseOf)

const recordingsOf = (all: readonly (string | Recording)[]): readonly Recording[] =>
  all.flatMap((one) => (typeof one === 'string' ? load([one]) : [one]))

/** What a test needs, on one browser; its page is opened, and the chat on it has come as far as it will by itself. */
export const startStage = async (web: Web, first: StageOptions = {}): Promise<Stage> => {
  const clock = createWidgetClock(START)
  const loaded = recordingsOf(first.recordings ?? ['2026-03-24-escalation'])
  const { length: changes } = squeezed(loaded, START).moments
  // The first change is now, and each of the next is past when it is played.
  const { recordings, moments } = squeezed(loaded, START + (changes - 1) * MINUTE)
  const timeOf = (change: number): number => moments[change] ?? START - MINUTE
  const replay = await startReplay({ recordings, at: timeOf(first.change ?? -1) })
  const optionsOf = ({ headMarkup = '', files = {}, tag, ...more }: StageOptions): ShopOptions => ({
    claims: { pod: 'prod4' },
    ...more,
    headMarkup: (places) =>
      `<script src="${CLOCK_PATH}"></script>${typeof headMarkup === 'string' ? headMarkup : headMarkup(places)}`,
    files: { ...files, [CLOCK_PATH]: clock.file },
    tag: { 'data-feed': `${replay.url}${FEED}`, ...tag },
  })
  const shop = await startShop(optionsOf(first))
  const tabs = [web]

  const advance = (ms: number): Promise<void> => clock.advance(ms, tabs)
  const asked = (): number => replay.log.count(FEED)
  // No further than to the answer: what is shown for seconds only must still be there.
  const ask = (): Promise<void> => clock.advanceUntilAsked(ASKED, tabs)
  const open = async (url = shop.url): Promise<void> => {
    await web.open(url)
    // A chat takes its time to come, and a page a second to be looked at.
    await advance(SECOND)
  }
  const isOpen = (tab: Web, wanted: boolean): Promise<unknown> =>
    until(
      () =>
        tab.run('return document.querySelector("#kustomer-ui-sdk-iframe")?.getBoundingClientRect().width'),
      (width) => Number(width) > 200 === wanted,
      `a chat that is ${wanted ? 'open' : 'closed'}`,
    )
  const judged = (change: number, pod: string): Banner | null => {
    const at = timeOf(change)
    const snapshot = readStatuspage(summaryAt(recordings, at), kustomer)
    if (!snapshot.ok) throw new Error(snapshot.detail)
    return judge(snapshot.value, pod, { now: at, fetchedAt: at }).banner
  }

  const stage: Stage = {
    shop,
    replay,
    changes,
    now: clock.now,
    advance,
    ask,
    goTo: async (change) => {
      replay.setTime(timeOf(change))
      await ask()
    },
    truth: (change, pod) => {
      const all = (pod === null ? [...kustomer.pods.keys()] : [pod]).map((one) => judged(change, one))
      return all.every(Boolean) ? (all[0] ?? null) : null
    },
    open,
    reload: async () => {
      await web.reload()
      await advance(SECOND)
    },
    newTab: async () => {
      const tab = await web.newTab(shop.url)
      tabs.push(tab)
      await advance(SECOND)
      return tab
    },
    openChat: async (tab = web) => {
      await tab.run('Kustomer.open()')
      await isOpen(tab, true)
      await advance(SECOND)
    },
    closeChat: async () => {
      await web.run('Kustomer.close()')
      await isOpen(web, false)
      await advance(SECOND)
    },
    banner: async (tab = web) => {
      await settled(tab)
      return bannerIn(tab)
    },
    asked,
    change: (options) => shop.change(optionsOf(options)),
    close: async () => {
      for (const tab of tabs.slice(1)) await tab.close()
      await web.open('about:blank')
      await shop.close()
      await replay.close()
    },
  }
  try {
    await open()
  } catch (cause) {
    await stage.close()
    throw cause
  }
  return stage
}

/** Runs a test on a stage, and clears it away. */
export const onStage = async (
  web: Web,
  options: StageOptions,
  test: (stage: Stage) => Promise<void>,
): Promise<void> => {
  const stage = await startStage(web, options)
  try {
    await test(stage)
  } finally {
    await stage.close()
  }
}
