import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FaultKind } from '../../scripts/replay/fault.ts'
import { load } from '../../scripts/replay/load.ts'
import { startReplay } from '../../scripts/replay/server.ts'
import { customer } from '../../shared/words/en.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, script, TROUBLE } from './support/manners.ts'
import type { Laid } from './support/served.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import { until } from './support/until.ts'
import type { Web } from './support/web.ts'
import { settled, spokenIn } from './support/widgetClock.ts'
import { FEED, MINUTE, SECOND, type Stage, type StageOptions, startStage } from './support/widgetStage.ts'

// A feed that fails, in every way a played page can: nothing is claimed that nobody knows, what was true is kept for as
// long as it may be, no page notices, and all of it ends by itself.

/** What a careless script makes of a fault while the chat is down: the errors, and how it claims the pod to be. */
type Harm = readonly [errors: number, level: string]
const THROWS: Harm = [1, 'ok']
const CLAIMS: Harm = [0, 'ok']
/** News that is somebody else's. */
const BELIEVES: Harm = [0, 'outage']

/** Every fault after which there is no news: what is only slow, or huge, is news all the same. */
type Kind = Exclude<FaultKind, 'slow' | 'huge'>
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
}
const EVERY = Object.keys(FAULTS) as readonly Kind[]
/** A question that hangs takes real time. */
const QUICK = EVERY.filter((fault) => fault !== 'hang' && fault !== 'stall')
/** One for each way in which a question ends, where all of them would take long. */
const SOME: readonly Kind[] = ['hang', '500', 'refuse', 'truncated', 'other-page']

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

/** Asks again until it is answered. */
const EAGER = `
  const { feed } = document.currentScript.dataset
  let tries = 0
  const ask = async () => {
    const reply = await fetch(feed, { cache: 'no-store' })
    if (!reply.ok && ++tries < 50) ask()
  }
  ask()`

/** What the page sees and hears; and chance, which is even unless a test says otherwise. */
const WATCH = `<script>
  window.wrong = []
  for (const name of ['error', 'unhandledrejection'])
    addEventListener(name, ({ message, reason }) => wrong.push(String(message ?? reason)))
  window.levels = []
  addEventListener('podlight:change', ({ detail }) => levels.push(detail.level))
  Math.random = () => Number(sessionStorage.luck ?? 0.5)
</script>`

const OPTIONS = {
  isBare: true,
  chat: 'none',
  headMarkup: WATCH,
  // Of a script that is of another origin, pages hear of no error otherwise.
  tag: { 'data-chat': 'none', 'data-pod': 'prod4', crossorigin: '' },
} satisfies StageOptions

const DOWN = 2
const { headline: HEADLINE, works: WORKS } = customer.scenes['chat-down']
const [AGE = ''] = customer.asOf.split('{')

const OLD = 5 * MINUTE
const STALE = 15 * MINUTE
/** The page looks at the clock each second. */
const BEAT = 2 * SECOND
/** The chances by which waits are shortest and longest. */
const [SHORT, LONG] = [0, 1 - 2 ** -53]

/** What browsers themselves say of a question that failed. */
const OF_BROWSER = /^(Failed to load resource: |Cross-Origin Request Blocked: )/

const TWO_DAYS = '172800'

interface Beginning {
  readonly fault?: Kind | 'slow' | 'huge'
  readonly options?: StageOptions
  readonly luck?: number
}

describe.each(ALL)('a feed that fails, in %s', (browser) => {
  let web: Web
  let stage: Stage
  let well: number
  let trouble: number
  beforeAll(async () => {
    web = await startWeb(browser)
    stage = await startStage(web, OPTIONS)
    well = stage.replay.time()
    await stage.goTo(DOWN)
    trouble = stage.replay.time()
  })
  afterAll(async () => {
    await stage.close()
    await web.close()
  })

  /** A visitor who was never here opens the page. Gives when. */
  const begin = async (
    at: number,
    { fault, options = OPTIONS, luck = 0.5 }: Beginning = {},
  ): Promise<number> => {
    stage.replay.setTime(at)
    stage.replay.setFault(fault ?? null)
    stage.change(options)
    await web.run(`localStorage.clear(); sessionStorage.luck = ${luck}`)
    await web.said()
    const begun = stage.now()
    await stage.reload()
    return begun
  }
  /** Served from the shop itself, as pages are told more of such a script. */
  const withScript = (body: string): StageOptions => ({
    ...OPTIONS,
    files: { '/naive.js': script(body) },
    tag: { ...OPTIONS.tag, src: `${stage.shop.shop}/naive.js` },
  })
  /** As the page counts: where a connection breaks, browsers try again by themselves. */
  const questions = async (): Promise<number> => Number(await web.run('return __clock.asked()'))
  const told = async (): Promise<string | null> => (await stage.banner())?.headline ?? null
  const isOld = async (): Promise<boolean | undefined> => (await stage.banner())?.details.includes(AGE)
  const level = (): Promise<unknown> =>
    web.run(`return new Promise((tell) => podlight('status', ({ level }) => tell(level)))`)
  const levels = (): Promise<unknown> => web.run('return levels')
  const goTo = (time: number): Promise<void> => stage.advance(time - stage.now())
  /** Lets time pass until the page asks again. Gives when. */
  const nextQuestion = async (): Promise<number> => {
    const before = await questions()
    for (let tries = 0; tries < 50 && (await questions()) === before; tries++) await stage.ask()
    expect(await questions()).toBe(before + 1)
    return stage.now()
  }
  /** A wait ends at the first look at the clock after it. */
  const nextIsAfter = async (last: number, seconds: number): Promise<number> => {
    const next = await nextQuestion()
    const waited = (next - last) / SECOND
    expect({ waited, isAbout: waited > seconds - 0.1 && waited < seconds + 1.1 }).toMatchObject({
      isAbout: true,
    })
    return next
  }
  const isCalm = async (): Promise<void> => {
    expect(await web.run('return wrong')).toEqual([])
    expect((await web.said()).filter(({ text }) => !OF_BROWSER.test(text))).toEqual([])
  }
  /** Each question fails in another way until a time; then in a quick one. */
  const failUntil = async (end: number, turns: Kind[], hold: () => Promise<void>): Promise<void> => {
    while (stage.now() + MINUTE < end) {
      stage.replay.setFault(turns.shift() ?? '500')
      await nextQuestion()
      await hold()
    }
    stage.replay.setFault('500')
    await goTo(end)
  }

  const isChromium = browser === 'chromium'
  const faults = isChromium ? EVERY : SOME
  // What is of numbers alone is the same everywhere.
  const itOnce = itWhere(isChromium)

  it.each(faults)('harms the careless: %s', async (fault) => {
    stage.replay.setTime(trouble)
    stage.replay.setFault(fault)
    stage.change(withScript(NAIVE))
    const before = stage.asked()
    // Not the stage's, which would wait for an answer.
    await web.reload()
    await until(
      async () => {
        const [errors, claim] = (await web.run('return [wrong.length, window.level]')) as unknown[]
        return [stage.asked() > before, errors, claim]
      },
      (seen) => String(seen) === String([true, ...FAULTS[fault]]),
      `${FAULTS[fault]}`,
    )
  })

  it.each(faults)('claims nothing, and is told by itself when the feed is well again: %s', async (fault) => {
    await begin(trouble, { fault })
    await stage.advance(28 * SECOND)
    expect(await questions()).toBe(1)
    expect(await stage.banner()).toBeNull()
    expect(await web.run(`return document.querySelectorAll('script[src*="podlight-"]').length`)).toBe(0)
    expect(await level()).toBe('unknown')
    stage.replay.setFault(null)
    await nextQuestion()
    expect(await told()).toBe(HEADLINE)
    expect(await level()).toBe('outage')
    expect(await levels()).toEqual(['unknown', 'outage'])
    await isCalm()
  })

  it('keeps what was true, with its age, for a quarter of an hour; then says nothing', async () => {
    const begun = await begin(trouble, { luck: SHORT })
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
    expect(await stage.banner()).toBeNull()
    expect(await level()).toBe('unknown')
    await stage.advance(MINUTE)
    // Nobody said that it is over.
    expect(await stage.banner()).toBeNull()
    stage.replay.setFault(null)
    await nextQuestion()
    await isKept()
    expect(await isOld()).toBe(false)
    expect(await levels()).toEqual(['outage', 'unknown', 'outage'])
    expect(new Set(await spokenIn(web))).toEqual(new Set([`${HEADLINE} ${WORKS}`]))
    await isCalm()
  })

  itOnce('is told to be over only when the feed says so', async () => {
    const begun = await begin(trouble)
    stage.replay.setFault('500')
    stage.replay.setTime(well)
    await goTo(begun + OLD)
    expect(await told()).toBe(HEADLINE)
    stage.replay.setFault(null)
    await nextQuestion()
    expect(await told()).toBe(customer.scenes.back.headline)
    await isCalm()
  })

  it('is not well for longer than a quarter of an hour, on any page', async () => {
    const begun = await begin(well, { luck: SHORT })
    expect(await levels()).toEqual(['ok'])
    stage.replay.setTime(trouble)
    await failUntil(begun + STALE - BEAT, [...QUICK], async () => undefined)
    await goTo(begun + STALE + BEAT)
    expect(await levels()).toEqual(['ok', 'unknown'])
    expect(await level()).toBe('unknown')
    expect(await stage.banner()).toBeNull()
    await stage.reload()
    expect(await levels()).toEqual(['unknown'])
    await isCalm()
  })

  it('is asked ever less often, and no page view adds a question', async () => {
    let last = await begin(trouble, { fault: '500', luck: LONG })
    for (const wait of [60, 90, 150, 270, 300]) last = await nextIsAfter(last, wait)
    await stage.reload()
    expect(await questions()).toBe(0)
    await stage.advance(4 * MINUTE)
    expect(await questions()).toBe(0)
    await nextQuestion()
    await isCalm()
  })

  itOnce('is asked no more often than each half minute, whatever chance says', async () => {
    let last = await begin(trouble, { fault: '500', luck: SHORT })
    for (let times = 0; times < 10; times++) last = await nextIsAfter(last, 30)
  })

  itOnce.each(['slow', 'huge'] as const)('is only %s, and that is news', async (kind) => {
    // A drop of so many bytes each millisecond: slow, but not beyond bearing.
    await begin(trouble)
    stage.replay.setFault(kind === 'slow' ? { kind, bytes: 2048, every: 5 } : kind)
    await nextQuestion()
    expect(await told()).toBe(HEADLINE)
    await isCalm()
  })

  const withFeed = (feed: string, more: StageOptions = {}): StageOptions => ({
    ...OPTIONS,
    ...more,
    tag: { ...OPTIONS.tag, 'data-feed': feed },
  })

  itOnce('has another address, which is asked when the first one fails and not before', async () => {
    const other = await startReplay({ recordings: load(['2024-12-19-chat-attachments']), at: TROUBLE })
    try {
      const options = withFeed(`${stage.replay.url}${FEED} ${other.url}${FEED}`)
      const both = { ...options, tag: { ...options.tag, 'data-pod': 'prod1' } }
      await begin(well, { options: both })
      await stage.advance(5 * MINUTE)
      expect(await levels()).toEqual(['ok'])
      expect(other.log.count(FEED)).toBe(0)
      const begun = await begin(well, { options: both, fault: '500' })
      expect(await stage.banner()).toBeNull()
      expect(other.log.count(FEED)).toBe(0)
      expect((await nextQuestion()) - begun).toBeLessThan(MINUTE)
      expect(other.log.count(FEED)).toBe(1)
      expect(await told()).toBe(FILES)
      // The first one is given its chance again and again, and the news stays new all the while.
      for (let times = 0; times < 8; times++) {
        await nextQuestion()
        expect([await told(), await isOld()]).toEqual([FILES, false])
      }
      expect(stage.now() - begun).toBeGreaterThan(OLD)
      stage.replay.setFault(null)
      const asked = other.log.count(FEED)
      // Whichever is next, and then the first one again.
      await nextQuestion()
      await nextQuestion()
      expect(other.log.count(FEED) - asked).toBeLessThanOrEqual(1)
      await isCalm()
    } finally {
      await other.close()
    }
  })
  const FILE = '/feed.json'
  /** A feed of the shop's own origin, whose headers can be read. */
  const limited = (after: string): StageOptions => {
    const laid: Laid = { body: 'Too many', status: 429, headers: { 'retry-after': after } }
    return withFeed(`${stage.shop.shop}${FILE}`, { files: { [FILE]: laid } })
  }

  itOnce('that asks for silence is stormed by the careless', async () => {
    stage.replay.setFault('429')
    stage.change(withScript(EAGER))
    const before = stage.asked()
    await web.reload()
    await until(
      async () => stage.asked() - before,
      (asked) => asked === 50,
      'a storm',
    )
  })

  itOnce.each([
    ['600', 600],
    // Nobody would be served by days.
    [TWO_DAYS, 3600],
    // Shorter than we ever wait, or nothing that can be read.
    ['5', 45],
    ['-60', 45],
    ['soon', 45],
    ['', 45],
  ])('that asks for silence of "%s" gets %i seconds', async (after, seconds) => {
    await nextIsAfter(await begin(trouble, { options: limited(after) }), seconds)
    expect(await stage.banner()).toBeNull()
    await isCalm()
  })

  it('that asks for silence gets it from the next page too', async () => {
    await begin(trouble, { options: limited('600') })
    await stage.advance(5 * MINUTE)
    await stage.reload()
    await stage.advance(4 * MINUTE)
    expect(await questions()).toBe(0)
    const body = JSON.stringify(await (await fetch(`${stage.replay.url}${FEED}`)).json())
    stage.change(withFeed(`${stage.shop.shop}${FILE}`, { files: { [FILE]: { body } } }))
    await nextQuestion()
    expect(await told()).toBe(HEADLINE)
    await isCalm()
  })

  itOnce.each([
    ['the browser comes online', `dispatchEvent(new Event('online'))`],
    ['the page returns', `document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`],
    ['the page asks for news', `podlight('refresh')`],
  ])('that asks for silence gets it though %s', async (_, urge) => {
    await begin(trouble, { options: limited('600') })
    await stage.advance(MINUTE)
    await web.run(urge)
    await settled(web)
    await stage.advance(8 * MINUTE)
    expect(await questions()).toBe(1)
  })
})
