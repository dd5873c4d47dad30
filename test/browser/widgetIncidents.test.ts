import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer } from '../../shared/text/en.ts'
import { type Scene, sceneOf } from '../../shared/text/scene.ts'
import { inFull, nightly } from '../support/nightly.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

type Pod = 'prod1' | 'prod2' | null

/** The five incidents Podlight was conceived from, and what customers of a pod are told, in turn. */
const SEEDS: readonly { readonly name: string; readonly prod1: Scene[]; readonly prod2: Scene[] }[] = [
  { name: '2020-04-15-platform-delays', prod1: ['chat-delayed', 'recovering', 'back'], prod2: [] },
  { name: '2022-05-16-timeline-delays', prod1: [], prod2: [] },
  { name: '2024-11-14-chat-latency', prod1: ['chat-failing', 'recovering', 'back'], prod2: [] },
  {
    name: '2024-12-19-chat-attachments',
    prod1: ['attachments-failing', 'back'],
    prod2: ['attachments-failing', 'back'],
  },
  { name: '2025-08-06-chat-delivery', prod1: ['chat-failing', 'recovering', 'back'], prod2: [] },
]

/** The same in the vendor's own words, which are not copied into the repository. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus')

const sceneIn = async (stage: Stage): Promise<Scene | null> => {
  const banner = await stage.banner()
  const named = Object.entries(customer.scenes).find(([, { headline }]) => headline === banner?.headline)
  if (banner && !named) throw new Error(`No scene says "${banner.headline}".`)
  return named ? (named[0] as Scene) : null
}

/** What an open chat tells from before the first change to after the last, each time compared with the whole core. */
const liveThrough = async (stage: Stage, pod: Pod): Promise<readonly Scene[]> => {
  const told: Scene[] = []
  let before: Scene | null = null
  await stage.openChat()
  expect(await stage.banner()).toBeNull()
  for (let change = 0; change < stage.changes; change++) {
    await stage.goTo(change)
    const banner = stage.truth(change, pod)
    // Who saw trouble is told when it is over, where that can be known: another pod's health proves nothing.
    const wanted: Scene | null = banner ? sceneOf(banner) : before && pod && 'back'
    expect({ change, scene: await sceneIn(stage) }).toEqual({ change, scene: wanted })
    if (wanted && wanted !== before) told.push(wanted)
    before = banner && wanted
    if (banner || !wanted) continue
    await stage.advance(16 * SECOND)
    expect(await stage.banner()).toBeNull()
  }
  return told
}

/** Plays a recording beside a chat whose key names a pod, or names none, on a page that does not either. */
const play = (web: Web, recording: string, pod: Pod, test: (stage: Stage) => Promise<void>): Promise<void> =>
  onStage(
    web,
    { recordings: [recording], claims: { orgName: 'shop', ...(pod && { pod }) }, isBare: true },
    test,
  )

/** One that hits both pods, and one of the chat itself that hits a single one. */
const BOTH = '2024-12-19-chat-attachments'
const ONE = '2025-08-06-chat-delivery'
const SOME: ReadonlySet<string> = new Set([BOTH, ONE])

describe.each(ALL.filter(inFull))('a customer in %s', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())

  const isChromium = browser === 'chromium'
  const all = SEEDS.filter(({ name }) => nightly(isChromium, false) || SOME.has(name))
  const cases = all.flatMap(({ name, prod1, prod2 }) => [
    { name, pod: 'prod1' as const, told: prod1 },
    { name, pod: 'prod2' as const, told: prod2 },
  ])
  it.each(cases)('is told of $name on $pod: $told', ({ name, pod, told }) =>
    play(web, name, pod, async (stage) => {
      expect(await liveThrough(stage, pod)).toEqual(told)
      expect(await web.said()).toEqual([])
    }),
  )

  // None of the five hits every pod.
  const podless = [
    ...(isChromium ? all : []).map(({ name }) => ({ name, told: [] })),
    { name: '2025-11-06-pubnub', told: ['possible', 'recovering'] },
  ]
  it.each(podless)('is told of $name where no pod is known: $told', ({ name, told }) =>
    play(web, name, null, async (stage) => {
      expect(await liveThrough(stage, null)).toEqual(told)
      const said = await web.said()
      expect(said.map(({ kind }) => kind)).toEqual(['warning'])
      expect(said[0]?.text).toContain('data-pod')
    }),
  )

  const real = isChromium ? cases : []
  const isHere = existsSync(CORPUS)
  if (!isHere && real.length > 0) console.warn(`Skipped: the vendor's own texts, as there is no ${CORPUS}.`)
  it.skipIf(!isHere).each(real)('is told of the real $name on $pod', ({ name, pod }) =>
    play(web, join(CORPUS, `${name}.json`), pod, async (stage) => {
      await liveThrough(stage, pod)
    }),
  )
})
