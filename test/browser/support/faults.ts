import { afterAll, beforeAll, expect } from 'vitest'
import type { Browser } from '../../../scripts/browsers/find.ts'
import type { FaultKind } from '../../../scripts/replay/fault.ts'
import { customer } from '../../../shared/text/en.ts'
import { script } from './manners.ts'
import { startWeb } from './startWeb.ts'
import type { Web } from './web.ts'
import { SECOND, type Stage, type StageOptions, startStage } from './widgetStage.ts'

// What tests of a failing feed share: a page that is watched, and time that passes until it asks again.

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
/** Whatever was recorded is over by then. */
const LATER = 30 * 86_400_000
export const { headline: HEADLINE, works: WORKS } = customer.scenes['chat-down']
const [AGE = ''] = customer.asOf.split('{')

/** The chances by which waits are shortest and longest. */
export const [SHORT, LONG] = [0, 1 - 2 ** -53]

/** What browsers themselves say of a request that failed. */
const OF_BROWSER = /^(Failed to load resource: |Cross-Origin Request Blocked: )/

interface Beginning {
  readonly fault?: FaultKind
  readonly options?: StageOptions
  readonly luck?: number
}

/** A browser, a shop and a feed for the tests beside it; there as soon as these run. */
export const faultsIn = (browser: Browser) => {
  const here = {} as { web: Web; stage: Stage; well: number; trouble: number; over: number }
  beforeAll(async () => {
    const web = await startWeb(browser)
    const stage = await startStage(web, OPTIONS)
    const well = stage.replay.time()
    await stage.goTo(DOWN)
    const trouble = stage.replay.time()
    Object.assign(here, { web, stage, well, trouble, over: trouble + LATER })
  })
  afterAll(async () => {
    await here.stage.close()
    await here.web.close()
  })

  /** A visitor who was never here opens the page. Gives when. */
  const begin = async (
    at: number,
    { fault, options = OPTIONS, luck = 0.5 }: Beginning = {},
  ): Promise<number> => {
    here.stage.replay.setTime(at)
    here.stage.replay.setFault(fault ?? null)
    here.stage.change(options)
    await here.web.run(`localStorage.clear(); sessionStorage.luck = ${luck}`)
    await here.web.said()
    const begun = here.stage.now()
    await here.stage.reload()
    return begun
  }
  /** Served from the shop itself, as pages are told more of such a script. */
  const withScript = (body: string): StageOptions => ({
    ...OPTIONS,
    files: { '/naive.js': script(body) },
    tag: { ...OPTIONS.tag, src: `${here.stage.shop.shop}/naive.js` },
  })
  /** As the page counts: where a connection breaks, browsers try again by themselves. */
  const requests = async (): Promise<number> => Number(await here.web.run('return __clock.asked()'))
  const told = async (): Promise<string | null> => (await here.stage.banner())?.headline ?? null
  const isOld = async (): Promise<boolean | undefined> => (await here.stage.banner())?.details.includes(AGE)
  const level = (): Promise<unknown> =>
    here.web.run(`return new Promise((tell) => podlight('status', ({ level }) => tell(level)))`)
  const levels = (): Promise<unknown> => here.web.run('return levels')
  const goTo = (time: number): Promise<void> => here.stage.advance(time - here.stage.now())
  /** Lets time pass until the page asks again. Gives when. */
  const nextRequest = async (): Promise<number> => {
    const before = await requests()
    for (let tries = 0; tries < 50 && (await requests()) === before; tries++) await here.stage.ask()
    expect(await requests()).toBe(before + 1)
    return here.stage.now()
  }
  /** A wait ends at the first look at the clock after it. */
  const nextIsAfter = async (last: number, seconds: number): Promise<number> => {
    const next = await nextRequest()
    const waited = (next - last) / SECOND
    expect({ waited, isAbout: waited > seconds - 0.1 && waited < seconds + 1.1 }).toMatchObject({
      isAbout: true,
    })
    return next
  }
  const isCalm = async (): Promise<void> => {
    expect(await here.web.run('return wrong')).toEqual([])
    expect((await here.web.said()).filter(({ text }) => !OF_BROWSER.test(text))).toEqual([])
  }
  const withFeed = (feed: string, more: StageOptions = {}): StageOptions => ({
    ...OPTIONS,
    ...more,
    tag: { ...OPTIONS.tag, 'data-feed': feed },
  })

  return Object.assign(here, {
    begin,
    withScript,
    withFeed,
    requests,
    told,
    isOld,
    level,
    levels,
    goTo,
    nextRequest,
    nextIsAfter,
    isCalm,
  })
}
