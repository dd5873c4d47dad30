import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../../scripts/replay/fault.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { inFull, nightly } from '../support/nightly.ts'
import { faultsIn, HEADLINE, SHORT, WORKS } from './support/faults.ts'
import { itWhere } from './support/itWhere.ts'
import { ALL } from './support/startWeb.ts'
import { spokenIn } from './support/widgetClock.ts'
import { MINUTE, SECOND } from './support/widgetStage.ts'

// A feed that fails, in every way a played page can: nothing is claimed that nobody knows, what was true is kept for as
// long as it may be, no page notices, and all of it ends by itself.

/** What a careless script makes of a fault while the chat is down: the errors, and how it claims the pod to be. */
type Harm = readonly [errors: number, level: string]
const THROWS: Harm = [1, 'ok']
const CLAIMS: Harm = [0, 'ok']
/** News that is somebody else's. */
const BELIEVES: Harm = [0, 'outage']

/** Every fault after which there is no news: what is only slow is news all the same. */
type Kind = Exclude<FaultKind, 'slow'>
const FAULTS: Readonly<Record<Kind, Harm>> = {
  hang: CLAIMS,
  stall: CLAIMS,
  '500': THROWS,
  '429': THROWS,
  refuse: THROWS,
  cut: THROWS,
  html: THROWS,
  empty: THROWS,
  truncated: THROWS,
  garbage: THROWS,
  'other-page': BELIEVES,
  // Or the page is held up while it is read.
  huge: BELIEVES,
  redirect: THROWS,
}
const EVERY = Object.keys(FAULTS) as readonly Kind[]
/** A request that hangs takes real time. */
const QUICK = EVERY.filter((fault) => fault !== 'hang' && fault !== 'stall')
/** One for each way in which a request ends, where all of them would take long. */
const SOME: readonly Kind[] = nightly(
  ['hang', '500', 'refuse', 'truncated', 'other-page', 'huge', 'redirect'],
  ['refuse', 'truncated', 'redirect'],
)

/** Hopes for the best until told otherwise, as most do. */
const NAIVE = `
  window.level = 'ok'
  const { feed } = document.currentScript.dataset
  const ask = async () => {
    const reply = await fetch(feed, { cache: 'no-store' })
    const { incidents } = JSON.parse(await reply.text())
    window.level = incidents.length > 0 ? 'outage' : 'ok'
  }
  ask()`

const OLD = 5 * MINUTE
const STALE = 15 * MINUTE
/** What is due is seen within this time. */
const BEAT = 2 * SECOND

describe.each(ALL)('a feed that fails, in %s', (browser) => {
  const here = faultsIn(browser)
  const { begin, withScript, requests, told, isOld, level, levels, goTo, nextRequest, isCalm } = here

  const isChromium = browser === 'chromium'
  const faults = isChromium ? EVERY : SOME
  // What is of numbers alone is the same everywhere.
  const itOnce = itWhere(isChromium)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(browser))

  /** Each request fails in another way until a time; then in a quick one. */
  const failUntil = async (end: number, turns: Kind[], hold: () => Promise<void>): Promise<void> => {
    while (here.stage.now() + MINUTE < end) {
      here.stage.replay.setFault(turns.shift() ?? '500')
      await nextRequest()
      await hold()
    }
    here.stage.replay.setFault('500')
    await goTo(end)
  }

  it.each(faults)('harms the careless: %s', async (fault) => {
    here.stage.replay.setTime(here.trouble)
    here.stage.replay.setFault(fault)
    here.stage.change(withScript(NAIVE))
    const before = here.stage.asked()
    // Not the stage's, which would wait for an answer.
    await here.web.reload()
    await until(
      async () => {
        const [errors, claim] = (await here.web.run('return [wrong.length, window.level]')) as unknown[]
        return [here.stage.asked() > before, errors, claim]
      },
      (seen) => String(seen) === String([true, ...FAULTS[fault]]),
      `${FAULTS[fault]}`,
    )
  })

  it.each(faults)('claims nothing, and is told by itself when the feed is well again: %s', async (fault) => {
    await begin(here.trouble, { fault })
    await here.stage.advance(28 * SECOND)
    expect(await requests()).toBe(1)
    expect(await here.stage.banner()).toBeNull()
    expect(await here.web.run(`return document.querySelectorAll('script[src*="podlight-"]').length`)).toBe(0)
    expect(await level()).toBe('unknown')
    here.stage.replay.setFault(null)
    await nextRequest()
    expect(await told()).toBe(HEADLINE)
    expect(await level()).toBe('outage')
    expect(await levels()).toEqual(['unknown', 'outage'])
    await isCalm()
  })

  itInFull('keeps what was true, with its age, for a quarter of an hour; then says nothing', async () => {
    const begun = await begin(here.trouble, { luck: SHORT })
    const turns = [...(isChromium ? EVERY : QUICK)].filter((fault) =>
      isChromium ? fault !== 'hang' : SOME.includes(fault),
    )
    const isKept = async (): Promise<void> => expect(await told()).toBe(HEADLINE)
    await isKept()
    await failUntil(begun + OLD - BEAT, turns, isKept)
    expect(await isOld()).toBe(false)
    await goTo(begun + OLD + BEAT)
    expect(await isOld()).toBe(true)
    await failUntil(begun + STALE - BEAT, turns, isKept)
    expect(turns).toEqual([])
    await isKept()
    expect(await isOld()).toBe(true)
    await goTo(begun + STALE + BEAT)
    expect(await here.stage.banner()).toBeNull()
    expect(await level()).toBe('unknown')
    await here.stage.advance(MINUTE)
    // Nobody said that it is over.
    expect(await here.stage.banner()).toBeNull()
    here.stage.replay.setFault(null)
    await nextRequest()
    await isKept()
    expect(await isOld()).toBe(false)
    expect(await levels()).toEqual(['outage', 'unknown', 'outage'])
    expect(new Set(await spokenIn(here.web))).toEqual(new Set([`${HEADLINE} ${WORKS}`]))
    await isCalm()
  })

  itOnce('is told to be over only when the feed says so', async () => {
    const begun = await begin(here.trouble)
    here.stage.replay.setFault('500')
    here.stage.replay.setTime(here.over)
    await goTo(begun + OLD)
    expect(await told()).toBe(HEADLINE)
    here.stage.replay.setFault(null)
    await nextRequest()
    expect(await told()).toBe(customer.scenes.back.headline)
    await isCalm()
  })

  itInFull('is not well for longer than a quarter of an hour, on any page', async () => {
    const begun = await begin(here.well, { luck: SHORT })
    expect(await levels()).toEqual(['ok'])
    here.stage.replay.setTime(here.trouble)
    await failUntil(begun + STALE - BEAT, [...QUICK], async () => undefined)
    await goTo(begun + STALE + BEAT)
    expect(await levels()).toEqual(['ok', 'unknown'])
    expect(await level()).toBe('unknown')
    expect(await here.stage.banner()).toBeNull()
    await here.stage.reload()
    expect(await levels()).toEqual(['unknown'])
    await isCalm()
  })

  itOnce('is only slow, and that is news', async () => {
    await begin(here.well)
    here.stage.replay.setTime(here.trouble)
    // A drop of so many bytes each millisecond: slow, but not beyond bearing.
    here.stage.replay.setFault({ kind: 'slow', bytes: 2048, every: 5 })
    await nextRequest()
    expect(await told()).toBe(HEADLINE)
    await isCalm()
  })

  itOnce('is asked once where it leads in circles', async () => {
    here.stage.replay.setTime(here.trouble)
    here.stage.replay.setFault('redirect')
    here.stage.change(withScript(NAIVE))
    let before = here.stage.asked()
    await here.web.reload()
    await until(
      async () => here.stage.asked() - before,
      (times) => times > 15,
      'a careless script that runs in circles',
    )
    await until(
      () => here.web.run('return wrong.length'),
      (errors) => errors === 1,
      'the end of it',
    )
    before = here.stage.asked()
    await begin(here.trouble, { fault: 'redirect' })
    await here.stage.advance(28 * SECOND)
    expect(here.stage.asked() - before).toBe(1)
  })

  itOnce('is a copy from before the trouble: for a quarter of an hour that is no end of it', async () => {
    here.stage.replay.setFault(null)
    here.stage.change(withScript(NAIVE))
    for (const [time, claim] of [
      [here.trouble, 'outage'],
      [here.well, 'ok'],
    ] as const) {
      here.stage.replay.setTime(time)
      await here.web.reload()
      await until(
        () => here.web.run('return window.level'),
        (level) => level === claim,
        `a careless script that believes in ${claim}`,
      )
    }
    const begun = await begin(here.trouble, { luck: SHORT })
    here.stage.replay.setTime(here.well)
    for (let times = 0; times < 4; times++) {
      await nextRequest()
      expect(await told()).toBe(HEADLINE)
    }
    await goTo(begun + STALE - BEAT)
    expect(await levels()).toEqual(['outage'])
    await goTo(begun + STALE + MINUTE)
    expect(await level()).toBe('ok')
    await isCalm()
  })
})
