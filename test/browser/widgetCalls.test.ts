import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { SCENES } from '../../shared/text/scene.ts'
import { inFull } from '../support/nightly.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { settled } from './support/widgetClock.ts'
import { MINUTE, onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

// What a page can call: `podlight(name, ...)`.

/** As owners paste it, before the script is there. */
const STUB = '<script>window.podlight = (...call) => { (podlight.q = podlight.q || []).push(call) }</script>'
const headline = (scene: (typeof SCENES)[number]): string => customer.scenes[scene].headline

describe.each(ALL.filter(inFull))('in %s, a page', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())

  const visit = (options: StageOptions, test: (stage: Stage) => Promise<void>): Promise<void> =>
    onStage(web, { isBare: true, ...options }, async (stage) => {
      await web.said()
      await test(stage)
    })
  const warnings = async (): Promise<readonly string[]> =>
    (await web.said()).map(({ text }) => text).filter((text) => text.includes('[podlight]'))
  /** What a call answers, once its part is loaded. */
  const answerOf = (call: string): Promise<unknown> =>
    web.run(`return new Promise((resolve) => podlight(${JSON.stringify(call)}, resolve))`)

  it('may call before anything is loaded', () =>
    visit(
      {
        change: 0,
        headMarkup: `${STUB}<script>
          window.told = []
          podlight('on', 'change', ({ pod, level }) => told.push(pod + ' ' + level))
          podlight('on', 'show', (shown) => told.push(shown))
          podlight('status', ({ level }) => { window.level = level })
          podlight('pod', (pod) => { window.pod = pod })
        </script>`,
      },
      async (stage) => {
        await stage.openChat()
        expect(await web.run('return [window.told, window.pod]')).toEqual([
          ['prod4 degraded', { kind: 'news', scene: 'chat-delayed' }],
          'prod4',
        ])
        expect(await web.run('return typeof window.level')).toBe('string')
      },
    ))

  it('is told of changes, and what its customers do, until it wants to hear no more', () =>
    visit({}, async (stage) => {
      await web.run(`window.told = []; window.events = []
        addEventListener('podlight:change', ({ detail }) => events.push(detail.level))
        window.note = (name) => (detail) => told.push([name, detail.level ?? detail])
        window.onShow = note('show')
        podlight('on', 'change', note('change'))
        podlight('on', 'show', onShow)
        podlight('on', 'dismiss', note('dismiss'))`)
      await settled(web)
      await stage.openChat()
      await stage.goTo(0)
      await web.click(inBanner('[part=close]'))
      const slow = { kind: 'news', scene: 'chat-delayed' }
      // First what held when it began to listen.
      expect(await web.run('return told')).toEqual([
        ['change', 'ok'],
        ['change', 'degraded'],
        ['show', slow],
        ['dismiss', slow],
      ])
      await web.run(`podlight('off', 'show', onShow); podlight('off', 'dismiss')`)
      await settled(web)
      await stage.goTo(1)
      await web.click(inBanner('[part=close]'))
      await settled(web)
      expect(await web.run('return told.slice(4)')).toEqual([['change', 'degraded']])
      expect(await web.run('return events')).toEqual(['degraded', 'degraded'])
    }))

  it('hears of the news by an event of its window, for which nothing more is loaded', () =>
    visit(
      {
        headMarkup: `<script>
          window.events = []
          addEventListener('podlight:change', ({ detail }) => events.push(detail))
        </script>`,
      },
      async (stage) => {
        expect((await web.run('return events')) as unknown[]).toContainEqual({ pod: 'prod4', level: 'ok' })
        expect(stage.shop.log.cdn.count()).toBe(1)
        await stage.goTo(2)
        expect(await web.run('return events.at(-1)')).toMatchObject({
          pod: 'prod4',
          level: 'outage',
          recovering: false,
          banner: { subject: 'chat', effect: 'down' },
        })
        const before = Number(await web.run('return events.length'))
        await stage.ask()
        expect(await web.run('return events.length')).toBe(before)
        await stage.goTo(4)
        expect(await web.run('return events.at(-1)')).toEqual({ pod: 'prod4', level: 'ok' })
      },
    ))

  it('can ask for the pod and how it is', () =>
    visit({}, async (stage) => {
      expect(await answerOf('pod')).toBe('prod4')
      expect(await answerOf('status')).toEqual({ pod: 'prod4', level: 'ok' })
      await stage.goTo(2)
      expect(await answerOf('status')).toMatchObject({
        pod: 'prod4',
        level: 'outage',
        banner: { subject: 'chat', effect: 'down', certainty: 'confirmed' },
      })
    }))

  it('can look at every scene before anything is down', () =>
    visit({}, async (stage) => {
      for (const scene of SCENES) {
        await web.run(`podlight('preview', ${JSON.stringify(scene)})`)
        expect(await stage.banner()).toMatchObject({
          headline: customer.scenes[scene].outside ?? headline(scene),
          works: customer.scenes[scene].works,
          label: customer.example,
          place: 'floating',
        })
      }
      await web.run(`podlight('preview', 'nonsense'); podlight('preview', 'nonsense')`)
      await settled(web)
      expect(await warnings()).toHaveLength(1)
      await web.run(`podlight('preview', 'possible')`)
      await stage.openChat()
      expect(await stage.banner()).toMatchObject({ headline: headline('possible'), place: 'inside' })
      await web.run(`podlight('preview')`)
      expect(await stage.banner()).toBeNull()
    }))

  it('can speak first, until an end', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      const end = new Date(stage.now() + 3 * MINUTE).toISOString()
      await web.run(`podlight('announce', 'chat-down', ${JSON.stringify(end)})`)
      expect(await stage.banner()).toMatchObject({
        headline: headline('chat-down'),
        label: customer.own,
        details: expect.stringContaining(customer.until.split('{')[0] ?? ''),
        place: 'inside',
      })
      // The owner knows better than news that is no worse.
      await stage.goTo(0)
      expect(await stage.banner()).toMatchObject({ headline: headline('chat-down'), label: customer.own })
      await stage.advance(3 * MINUTE)
      expect(await stage.banner()).toMatchObject({ headline: headline('chat-delayed'), label: '' })
      // A date of the page's own; scripts of a driver may have another kind.
      await web.run(`podlight('announce', 'chat-failing', new window.Date(${stage.now() + MINUTE}))`)
      expect(await stage.banner()).toMatchObject({ headline: headline('chat-failing'), label: customer.own })
      await web.run(`podlight('announce')`)
      expect(await stage.banner()).toMatchObject({ headline: headline('chat-delayed') })
      expect(await warnings()).toEqual([])
    }))

  it('cannot speak without an end that is ahead, and is told so once', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      await web.run(`podlight('announce', 'chat-down')
        podlight('announce', 'chat-down', 'soon')
        podlight('announce', 'chat-down', Date.now() - 1)`)
      expect(await stage.banner()).toBeNull()
      expect(await warnings()).toEqual([
        expect.stringContaining('needs an end'),
        expect.stringContaining('isn’t showing: it ended'),
      ])
    }))

  it('is told once of a call that there is not', () =>
    visit({}, async () => {
      await web.run(`podlight('explode'); podlight('explode'); podlight('__proto__'); podlight()`)
      await settled(web)
      const said = await warnings()
      expect(said.filter((text) => text.includes('explode'))).toHaveLength(1)
      expect(said).toHaveLength(3)
    }))

  it('can have the news refreshed, within the budget', () =>
    visit({}, async (stage) => {
      const before = stage.asked()
      await stage.advance(30 * SECOND)
      await web.run(`podlight('refresh')`)
      await settled(web)
      expect(stage.asked() - before).toBe(0)
      await stage.advance(31 * SECOND)
      const later = stage.asked()
      await web.run(`for (let i = 0; i < 50; i++) podlight('refresh')`)
      await settled(web)
      expect(stage.asked() - later).toBeLessThanOrEqual(1)
    }))

  it('can have it gone, and for good', () =>
    visit({ change: 0 }, async (stage) => {
      await stage.openChat()
      expect(await stage.banner()).not.toBeNull()
      await web.run(`podlight('destroy')`)
      expect(await stage.banner()).toBeNull()
      const asked = stage.asked()
      await stage.goTo(1)
      await stage.advance(5 * MINUTE)
      await web.run(`dispatchEvent(new Event('online')); dispatchEvent(new PageTransitionEvent('pageshow'))
        podlight('preview', 'possible'); podlight('refresh')`)
      await stage.advance(SECOND)
      expect(stage.asked()).toBe(asked)
      expect(await stage.banner()).toBeNull()
      await until(
        () => web.run('return document.querySelectorAll("podlight-banner, podlight-live").length'),
        (left) => left === 0,
        'nothing of ours in the page',
      )
      expect(await warnings()).toEqual([])
    }))
})
