import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ask, caseOf, type Scene, short } from '../../support/ask.ts'
import { documentAt } from '../../support/exam.ts'

/** Rules 7 to 11 of judgement, what it adds up to for a pod, a block each; every sentence here is our own. */

describe('rule 7: level', () => {
  it.each([
    ['Exports are unavailable', 'outage'],
    ['Exports fail', 'degraded'],
    ['Exports are slow', 'degraded'],
  ])('%s: %s', (text, level) => {
    expect(ask({ title: `${text} (Prod1)` }).level).toBe(level)
  })

  it('is no higher than notice for an incident of impact none, unless a component is hit', () => {
    const scene = { title: 'Exports fail (Prod1)', impact: 'none' }
    expect(ask({ ...scene, listed: ['prod1 Exports=operational'] }).level).toBe('notice')
    expect(ask({ ...scene, listed: ['prod1 Exports=degraded_performance'] }).level).toBe('degraded')
  })

  it('is no higher than degraded for what is only possible', () => {
    expect(ask({ title: 'Exports are unavailable' })).toMatchObject({
      level: 'degraded',
      impacts: [{ effect: 'down' }],
    })
  })

  it('is recovering only when every impact that sets it is under monitoring', () => {
    const scene = { title: 'Search slow (Prod1)', updates: [['monitoring', 'Fix is out.']] as const }
    expect(ask(scene).recovering).toBe(true)
    expect(ask({ ...scene, others: ['prod1 Exports=degraded_performance'] }).recovering).toBe(false)
  })
})

describe('rule 8: regional rows and third parties count for all pods', () => {
  it.each(['prod1', 'prod2'])('a Regional Incident hits %s', (pod) => {
    expect(short(ask({ title: 'Prod4', others: ['none Regional Incident=major_outage'] }, pod))).toEqual([
      'platform:down',
    ])
  })

  it.each([
    ['PubNub', 'chat'],
    ['OpenAI', 'assistants'],
  ])('%s makes %s possible', (name, capability) => {
    for (const pod of ['prod1', 'prod2'])
      expect(short(ask({ title: 'Prod4', others: [`third ${name}=partial_outage`] }, pod))).toEqual([
        `${capability}:failing?`,
      ])
  })
})

describe('rule 9: maintenance', () => {
  const scene = { title: 'Search upgrade in Prod1', impact: 'maintenance', maintenance: true }

  it('counts while in progress', () => {
    const verdict = ask({ ...scene, updates: [['in_progress', 'The work has begun.']] })
    expect(verdict).toMatchObject({
      level: 'maintenance',
      impacts: [{ capability: 'search', effect: 'maintenance' }],
    })
  })

  it('is told ahead, and counts for nothing yet', () => {
    const verdict = ask({ ...scene, updates: [['scheduled', 'Searches may be slow.']] })
    expect(verdict).toMatchObject({ level: 'ok', impacts: [], banner: null })
    expect(verdict.upcoming).toMatchObject([{ capabilities: ['search'] }])
    expect(ask({ ...scene, updates: [['scheduled', 'Soon.']] }, 'prod2').upcoming).toEqual([])
  })

  it('is told ahead only of what concerns the reader', () => {
    const test = caseOf({ ...scene, updates: [['scheduled', 'Searches and exports may be slow.']] })
    const parsed = readStatuspage(documentAt(test, 0, 'operational'), kustomer)
    if (!parsed.ok) throw new Error(parsed.detail)
    const now = Date.UTC(2026, 4, 4, 10, 30)
    const without = (...ignored: readonly string[]) =>
      createJudge(kustomer, promiseOf)(
        parsed.value,
        'prod1',
        { now, fetchedAt: now },
        ({ capability }) => !ignored.includes(capability),
      ).upcoming.map(({ capabilities }) => capabilities)
    expect(without()).toEqual([['exports', 'search']])
    expect(without('search')).toEqual([['exports']])
    expect(without('search', 'exports')).toEqual([])
  })

  it('began when it was planned to', () => {
    const verdict = ask({
      ...scene,
      updates: [
        ['scheduled', 'Soon.'],
        ['in_progress', 'Now.'],
      ],
    })
    expect(verdict.impacts[0]?.since).toBe('2026-05-04T10:00:00.000Z')
  })

  it('is told no more once its time is over', () => {
    const test = caseOf({ ...scene, updates: [['scheduled', 'Soon.']] })
    const parsed = readStatuspage(documentAt(test, 0, 'operational'), kustomer)
    const at = (now: number) =>
      parsed.ok
        ? createJudge(kustomer, promiseOf)(parsed.value, 'prod1', { now, fetchedAt: now }).upcoming
        : null
    expect(at(Date.UTC(2026, 4, 4, 10, 30))).toHaveLength(1)
    expect(at(Date.UTC(2026, 4, 4, 11, 30))).toEqual([])
  })
})

describe('several incidents at once', () => {
  /** Two incidents of one document, judged together. */
  const both = (first: Scene, second: Scene, pod = 'prod1') => {
    const feed = (scene: Scene) => {
      const test = caseOf(scene)
      return JSON.parse(JSON.stringify(documentAt(test, test.updates.length - 1, 'by-impact')))
    }
    const [one, two] = [feed(first), feed(second)]
    const merged = {
      ...one,
      incidents: [...one.incidents, ...two.incidents.map((row: object) => ({ ...row, id: 'second' }))],
      scheduled_maintenances: [...one.scheduled_maintenances, ...two.scheduled_maintenances],
    }
    const parsed = readStatuspage(merged, kustomer)
    if (!parsed.ok) throw new Error(parsed.detail)
    const now = parsed.value.updatedAt ?? 0
    return createJudge(kustomer, promiseOf)(parsed.value, pod, { now, fetchedAt: now })
  }

  it('promises the earliest word among those that hit the pod', () => {
    const late = { title: 'Exports slow (Prod1)', updates: ['The next update follows in 60 minutes.'] }
    const soon = { title: 'Search slow (Prod1)', updates: ['The next update follows in 20 minutes.'] }
    const other = { title: 'Search slow (Prod2)', updates: ['The next update follows in 5 minutes.'] }
    expect(both(late, soon).nextUpdate?.due).toBe('2026-05-04T09:20:00.000Z')
    expect(both(late, other).nextUpdate?.due).toBe('2026-05-04T10:00:00.000Z')
  })

  it('keeps a guess a guess beside a sure component', () => {
    const guess = { title: 'Chat is unavailable', impact: 'critical' }
    const verdict = both(guess, { title: 'Prod8', others: [] })
    expect(verdict).toMatchObject({ level: 'degraded', banner: { certainty: 'possible' } })
    const sure = ask({ ...guess, others: ['prod1 Channel - Chat=degraded_performance'] })
    expect(short(sure)).toEqual(['chat:delayed', 'chat:down?'])
    expect(sure).toMatchObject({ level: 'degraded', banner: { effect: 'delayed', certainty: 'confirmed' } })
  })

  it('calls the banner recovering only when all that hits chat is', () => {
    const watched = { title: 'Chat fails (Prod1)', updates: [['monitoring', 'A fix is out.']] as const }
    expect(both(watched, { title: 'Prod8' }).banner?.recovering).toBe(true)
    expect(both(watched, { title: 'Chat slow (Prod1)' }).banner?.recovering).toBe(false)
  })

  it('does not take the word of planned work for a live one', () => {
    const down = { title: 'Prod1', updates: ['The platform is unavailable.'] }
    const planned = {
      title: 'Search upgrade, Prod1',
      impact: 'maintenance',
      maintenance: true,
      updates: [['scheduled', 'Chat will not be affected.']] as const,
    }
    expect(both(down, planned).banner).toMatchObject({ subject: 'chat', certainty: 'possible' })
  })
})

describe('rule 10: never fails to green', () => {
  const judge = createJudge(kustomer, promiseOf)
  const when = { now: Date.UTC(2026, 4, 4, 10), fetchedAt: Date.UTC(2026, 4, 4, 10) }
  const document = () => JSON.parse(JSON.stringify(documentAt(caseOf({ title: 'Prod8' }), 0, 'operational')))
  const judged = (feed: unknown, pod = 'prod1', at = when) => {
    const parsed = readStatuspage(feed, kustomer)
    return parsed.ok ? judge(parsed.value, pod, at) : { level: 'unknown', reason: parsed.failure }
  }

  it('is ok on a fresh, whole document', () => {
    expect(judged(document())).toMatchObject({ level: 'ok' })
  })

  it('is unknown for a pod that the page does not list, and says so', () => {
    expect(judged(document(), 'prod4')).toMatchObject({ level: 'unknown', reason: 'not-listed' })
    expect(judged(document(), 'prod9')).toMatchObject({ level: 'unknown', reason: 'not-listed' })
  })

  it('still judges an unlisted pod from incidents that name it', () => {
    expect(short(ask({ title: 'Exports slow in Prod4' }, 'prod4'))).toEqual(['exports:delayed'])
  })

  it('is unknown when a row of the pod is missing or cannot be read', () => {
    const feed = document()
    const row = feed.components.find(
      (one: { id: string }) => one.id.includes('prod1') && one.id.includes('search'),
    )
    row.status = 7
    expect(judged(feed)).toMatchObject({ level: 'unknown', reason: 'incomplete' })
    expect(judged(feed, 'prod2')).toMatchObject({ level: 'ok' })
  })

  it('is unknown once the news is older than 15 minutes', () => {
    expect(judged(document(), 'prod1', { ...when, now: when.now + 15 * 60_000 })).toMatchObject({
      level: 'ok',
    })
    expect(judged(document(), 'prod1', { ...when, now: when.now + 15 * 60_000 + 1 })).toMatchObject({
      level: 'unknown',
      reason: 'stale',
    })
  })

  it('is unknown for another page, and for a name that is no pod', () => {
    expect(judged({ ...document(), page: { id: 'other' } })).toMatchObject({ reason: 'other-page' })
    expect(judged(document(), 'production')).toMatchObject({ level: 'unknown', reason: 'not-a-pod' })
  })
})

describe('rule 11: banner', () => {
  it.each([
    ['Chat is slow', { subject: 'chat', effect: 'delayed', certainty: 'confirmed' }],
    ['Photos cannot be sent in chat', { subject: 'attachments', effect: 'failing', certainty: 'confirmed' }],
    ['Photos cannot be sent in chat, and chat is slow', { subject: 'chat', effect: 'delayed' }],
    ['The platform is unavailable', { subject: 'chat', effect: 'down', certainty: 'possible' }],
  ])('%s', (text, banner) => {
    expect(ask({ title: 'Prod1', updates: [`${text}.`] }).banner).toMatchObject(banner)
  })

  it.each([
    'The platform is unavailable. Chat remains available',
    'Email attachments are lost',
    'The web client is down',
    'Voice calls drop',
    'The platform is slow',
  ])('%s: none', (text) => {
    expect(ask({ title: 'Prod1', updates: [`${text}.`] }).banner).toBeNull()
  })

  it('is hedged where the pod is unknown', () => {
    expect(ask({ title: 'Chat is down' }).banner).toMatchObject({ subject: 'chat', certainty: 'possible' })
  })

  it('shows maintenance of chat, and no mere notice', () => {
    const scene = { title: 'Chat upgrade, Prod1', impact: 'maintenance', maintenance: true }
    expect(ask({ ...scene, updates: [['in_progress', 'Under way.']] }).banner).toMatchObject({
      effect: 'maintenance',
    })
    expect(ask({ title: 'Prod1: chat', impact: 'none' }).banner).toBeNull()
  })
})
