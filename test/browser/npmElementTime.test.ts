import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { DRAWN, ELEMENT, npmPage, partOf } from './support/npmPage.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { FEED, MINUTE, onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

// What becomes of the package's banner as time passes: minutes of it in no time.

/** The shop's own tag is switched off: the element stands alone. */
const alone = (): StageOptions => {
  const { headMarkup, bodyMarkup, files } = npmPage('')
  return {
    recordings: ['2026-03-24-escalation'],
    chat: 'none',
    change: 0,
    tag: { 'data-mode': 'off' },
    ...(headMarkup === undefined ? {} : { headMarkup }),
    ...(bodyMarkup === undefined ? {} : { bodyMarkup }),
    ...(files === undefined ? {} : { files }),
  }
}

describe.each(ALL)('<podlight-banner> over time in %s', (name) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(name)
  })
  afterAll(() => web.close())

  const headline = (text: string | null): Promise<unknown> =>
    until(
      () => web.run(`return ${partOf('headline')}?.textContent ?? null`),
      (seen) => seen === text,
      text ?? 'no banner',
    )
  const begin = async ({ replay }: Stage): Promise<void> => {
    const feed = JSON.stringify(`${replay.url}${FEED}`)
    await web.run(`document.body.append(
      Object.assign(document.createElement('podlight-banner'), { pod: 'prod4', feed: ${feed} }))`)
    await headline(customer.scenes['chat-delayed'].outside ?? customer.scenes['chat-delayed'].headline)
  }

  it('gets worse, and says for 15 seconds that it is back', () =>
    onStage(web, alone(), async (stage) => {
      await begin(stage)
      await stage.goTo(1)
      const { outside, headline: inside } = customer.scenes['chat-failing']
      await headline(outside ?? inside)
      await stage.goTo(stage.changes - 1)
      await headline(customer.scenes.back.outside ?? customer.scenes.back.headline)
      await stage.advance(14 * SECOND)
      expect(await web.run(`return ${DRAWN} !== null`)).toBe(true)
      await stage.advance(2 * SECOND)
      await headline(null)
      expect(await web.run(`return ${ELEMENT}.verdict.level`)).toBe('ok')
    }))

  itWhere(inFull(name))('takes up another feed together with others, and one after the other', () =>
    onStage(web, alone(), async (stage) => {
      await begin(stage)
      await web.run(`document.body.append(${ELEMENT}.cloneNode())`)
      const levels = `[...document.querySelectorAll('podlight-banner')].map(({ verdict }) => verdict?.level ?? null)`
      const all = (level: string): Promise<unknown> =>
        until(
          () => web.run(`return ${levels}.join()`),
          (seen) => seen === [level, level].join(),
          `both ${level}`,
        )
      await all('degraded')
      await web.run(`for (const one of document.querySelectorAll('podlight-banner')) one.feed += '?1'`)
      // What was spent on the feed before has to be earned again.
      await stage.advance(MINUTE)
      await all('degraded')
      // The one that comes first is refused until the other lets go.
      await web.run(`${ELEMENT}.feed += '2'`)
      await stage.advance(MINUTE)
      expect(await web.run(`return ${levels}`)).toEqual([null, 'degraded'])
      await web.run(`document.querySelectorAll('podlight-banner')[1].feed += '2'`)
      await stage.advance(MINUTE)
      await all('degraded')
    }),
  )

  it('shows old news with its time, and goes when nobody can know any more', () =>
    onStage(web, alone(), async (stage) => {
      await begin(stage)
      stage.replay.setFault({ kind: '500' })
      await stage.advance(6 * MINUTE)
      await until(
        () => web.run(`return ${partOf('details')}?.textContent ?? ''`),
        (text) => `${text}`.includes('9:00'),
        'the time of the news',
      )
      await stage.advance(10 * MINUTE)
      await headline(null)
      const { level, reason } = (await web.run(`return ${ELEMENT}.verdict`)) as Record<string, unknown>
      expect([level, reason]).toEqual(['unknown', 'http-error'])
      // An hour of it, and the page is still asked no more than it may be.
      const before = stage.asked()
      await stage.advance(60 * MINUTE)
      expect(stage.asked() - before).toBeLessThanOrEqual(120)
      expect(stage.asked() - before).toBeGreaterThan(10)
    }))
})
