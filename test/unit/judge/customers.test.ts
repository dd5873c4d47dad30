import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { judgeForCustomers } from '../../../shared/judge/customers/judge.ts'
import { PAGE } from '../../../shared/judge/customers/vocabulary.ts'
import type { Judgement } from '../../../shared/judge/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { caseOf, type Scene } from '../../support/ask.ts'
import { bothOf, sameBanner, Tally } from '../../support/customersExam.ts'
import { documentOf, sceneOf } from '../../support/customersGrammar.ts'
import { type Case, documentAt } from '../../support/exam.ts'
import { chance } from '../poll/world.ts'

const PODS = ['prod1', 'prod2', 'prod4']
const NOW = Date.UTC(2026, 4, 4, 12)

const judge = (document: unknown, pod = 'prod1'): Judgement => judgeForCustomers(document, pod, NOW)

const asked = (scene: Scene, pod = 'prod1'): Judgement => judge(documentOf(scene), pod)

const bannerOf = (scene: Scene, pod = 'prod1'): string => {
  const { banner } = asked(scene, pod)
  return banner === null ? '' : `${banner.subject} ${banner.effect} ${banner.certainty}`
}

/** A sentence alone, on a pod that the title names. */
const saying = (sentence: string): string => bannerOf({ title: 'Prod1', updates: [sentence] })

/**
 * Where the banners of the two judges may differ:
 * - "slow, not down ... nobody is getting errors" is read as failing, not as delayed;
 * - "sit in the queue" is no word of delay here, so that "not routed" decides;
 * - "replies appear twice" is no word of trouble here.
 */
const ACCEPTED = new Set(['2022-03-09-slow-not-down', 'u4-11-queue-stuck', 'u4-37-uploads-and-doubles'])

describe('agreement with the full judge', () => {
  it('on the fixtures', () => {
    const tally = new Tally()
    for (const part of [1, 2, 3, 4, 5, 6]) {
      const file = join(import.meta.dirname, `../../fixtures/incidents-${part}.json`)
      for (const test of JSON.parse(readFileSync(file, 'utf8')) as Case[])
        test.updates.forEach((_, at) => {
          for (const playing of ['by-impact', 'operational'] as const) {
            const document = documentAt(test, at, playing)
            for (const pod of PODS) tally.add(test.id, bothOf(document, pod))
          }
        })
    }
    expect([...tally.unlike.keys()].filter((id) => !ACCEPTED.has(id))).toEqual([])
    expect(tally.grave).toBe(0)
    expect(tally.share.banners).toBeGreaterThanOrEqual(0.997)
    expect(tally.share.levels).toBeGreaterThanOrEqual(0.99)
    expect(tally.share.capabilities).toBeGreaterThanOrEqual(0.96)
  }, 180_000)

  const homes = [HOME, join(import.meta.dirname, '../../../../shared/corpus')]
  it.each(homes.filter((home) => existsSync(home)))('at every moment of the recordings in %s', (home) => {
    const tally = new Tally()
    for (const recording of load([home])) {
      const changes = [...recording.updates, ...recording.components.flatMap(({ statuses }) => statuses)]
      const moments = new Set(changes.map(({ at }) => Date.parse(at) + 1000))
      for (const at of moments)
        for (const pod of PODS) tally.add(recording.id, bothOf(summaryAt([recording], at), pod))
    }
    expect([...tally.unlike.keys()]).toEqual([])
    expect(tally.share.levels).toBe(1)
  })

  it('on incidents nobody wrote', () => {
    const tally = new Tally()
    for (let seed = 0; seed < 2000; seed++) {
      const document = documentOf(sceneOf(chance(seed)))
      for (const pod of ['prod1', 'prod2']) tally.add(String(seed), bothOf(document, pod))
    }
    expect(tally.share.banners).toBeGreaterThanOrEqual(0.97)
    expect(tally.share.levels).toBeGreaterThanOrEqual(0.985)
  }, 180_000)

  it('on several incidents and components at once', () => {
    const document = documentAt(
      caseOf({
        title: 'Chat is slow [PROD1]',
        updates: ['Chat is slow in Prod1.'],
        others: ['prod1 Channel - Email=major_outage', 'third PubNub=degraded_performance'],
      }),
      0,
      'by-impact',
    )
    for (const pod of PODS) expect(sameBanner(bothOf(document, pod))).toBe(true)
  })
})

describe('what customers are told', () => {
  it.each([
    ['Chat is unavailable.', 'chat down confirmed'],
    ['Live chat may be delayed.', 'chat delayed confirmed'],
    ['Customers see errors when they send attachments in chat.', 'attachments failing confirmed'],
    ['Images in chat do not load.', 'attachments failing confirmed'],
    ['The platform is down.', 'chat down possible'],
    ['The platform is down. Chat is working.', ''],
    ['The platform is slow.', ''],
    ['Surveys for chat are late.', ''],
    ['Chat and email notifications are delayed.', ''],
    ['Attachments in email fail.', ''],
    ['Email is slow, but not chat.', ''],
    ['Chat is slow, but email works.', 'chat delayed confirmed'],
    ['Search fails. Contact us via chat.', ''],
    ['Search fails. Please reach out to Kustomer Support via chat with questions.', ''],
    ['Search fails due to a chat release.', ''],
    ['All channels except chat are slow.', ''],
    ['All channels are slow.', 'chat delayed confirmed'],
    ['Chat conversations are not routing to agents.', 'chat failing confirmed'],
    ['Chat has stopped working.', 'chat failing confirmed'],
    ['Kustomer is working on a fix for chat, which is slow.', 'chat delayed confirmed'],
    ['Chat is intermittently unavailable.', 'chat failing confirmed'],
    ['Nobody can use chat.', 'chat down confirmed'],
  ])('%s', (sentence, banner) => expect(saying(sentence)).toBe(banner))

  it('hears of recovery, and not of half of it', () => {
    const updates = ['Chat is slow in Prod1.', ['monitoring', 'Chat is working again.']] as const
    expect(bannerOf({ title: 'Prod1', updates })).toBe('')
    expect(
      bannerOf({ title: 'Prod1', updates: [updates[0], ['monitoring', 'A fix is in place.']] }),
    ).not.toBe('')
    expect(saying('Chat is down. Chat is now working for most customers.')).not.toBe('')
    expect(
      bannerOf({ title: 'Delays in chat (Prod1)', updates: ['Outbound chats are unaffected.'] }),
    ).not.toBe('')
  })

  it('keeps to its pod, and guesses where none is named', () => {
    const scene = { title: 'Chat is down [PROD2]', updates: ['Chat is down. Prod 1 is not affected.'] }
    expect(bannerOf(scene)).toBe('')
    expect(bannerOf(scene, 'prod2')).toBe('chat down confirmed')
    expect(bannerOf({ title: 'Chat is down' }, 'prod4')).toBe('chat down possible')
    expect(bannerOf({ title: 'Chat is down in pods 1 & 2' }, 'prod2')).toBe('chat down confirmed')
    expect(bannerOf({ title: 'Chat is down in all pods' }, 'prod4')).toBe('chat down confirmed')
  })

  it('counts components, those of other companies as a guess', () => {
    expect(bannerOf({ others: ['prod1 Channel - Chat=major_outage'] })).toBe('chat down confirmed')
    expect(bannerOf({ others: ['prod2 Channel - Chat=major_outage'] })).toBe('')
    expect(bannerOf({ title: 'Search is slow [PROD1]', others: ['third PubNub=partial_outage'] })).toBe(
      'chat failing possible',
    )
  })

  it('counts no component that the vendor dropped', () => {
    const scene: Scene = {
      title: 'Chat delays',
      updates: ['Chat is slow.', 'It is being worked on.'],
      listed: ['prod1 Channel - Chat=degraded_performance'],
      dropped: ['prod1 Channel - Chat'],
    }
    expect(bannerOf({ ...scene, dropped: [] })).toBe('chat delayed confirmed')
    expect(bannerOf(scene)).toBe('')
  })

  it('tells of planned work while it runs', () => {
    const scene = { title: 'Chat upgrade in Prod1', listed: ['prod1 Channel - Chat'], maintenance: true }
    expect(bannerOf({ ...scene, updates: [['in_progress', 'Chat is under maintenance.']] })).toBe(
      'chat maintenance confirmed',
    )
    expect(bannerOf({ ...scene, updates: [['scheduled', 'Chat will be under maintenance.']] })).toBe('')
  })
})

describe('one vendor in two places', () => {
  it('has one page', () => expect(PAGE).toBe(kustomer.page.id))

  it.each([...kustomer.components])('reads component "%s" as %s', (name, capability) => {
    const home = name === 'openai' || name === 'pubnub' ? 'third' : 'prod1'
    const { impacts } = asked({
      title: 'x',
      updates: [['resolved', '']],
      others: [`${home} ${name}=major_outage`],
    })
    expect(impacts.map((impact) => impact.capability)).toEqual([capability])
  })
})

describe('what proves nothing', () => {
  const well = documentOf({ updates: [['resolved', '']] }) as Record<string, unknown>
  it('says why', () => {
    expect(judge(well)).toMatchObject({ level: 'ok', impacts: [], banner: null })
    expect(judge(well, 'nonsense')).toMatchObject({ pod: 'nonsense', level: 'unknown', reason: 'not-listed' })
    expect(judge(well, 'prod9').reason).toBe('not-listed')
    expect(judge({ ...well, page: { id: 'other' } }).reason).toBe('other-page')
    for (const wrong of [
      null,
      [],
      'text',
      {},
      { ...well, page: 1 },
      { ...well, incidents: {} },
      { ...well, components: 1 },
    ])
      expect(judge(wrong).reason).toBe('not-a-feed')
    const fewer = (well['components'] as { name: string }[]).filter(({ name }) => name !== 'Search')
    expect(judge({ ...well, components: fewer }).reason).toBe('incomplete')
  })
})
