import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../../shared/feed/summary.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/promise.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ask, caseOf, type Scene, short } from '../../support/ask.ts'
import { documentAt } from '../../support/exam.ts'

/** One block a rule of judgement; every sentence here is our own. */

describe('rule 1: two signals, neither silences the other', () => {
  it('counts an open incident while its components read operational', () => {
    const verdict = ask({
      title: 'Searches time out',
      updates: ['We look into it.'],
      listed: ['prod1 Search=operational'],
    })
    expect(short(verdict)).toEqual(['search:failing'])
    expect(verdict.level).toBe('degraded')
  })

  it('counts a degraded component without any incident', () => {
    const verdict = ask({ title: 'Prod2 exports late', others: ['prod1 Search=partial_outage'] })
    expect(verdict.impacts).toMatchObject([
      { capability: 'search', effect: 'failing', certainty: 'confirmed', incident: null, phase: null },
    ])
  })
})

describe('words of health', () => {
  it.each(['We know of an outage. Email remains available.', 'Users see errors. Chat is not affected.'])(
    'free only what they name: %s',
    (text) => {
      expect(ask({ title: 'Trouble (Prod1)', updates: [text] }).impacts[0]?.capability).toBe('platform')
    },
  )
})

describe('rule 2: text widens pods and refines capabilities', () => {
  it('adds the pods that a text names to those that components name', () => {
    const scene = {
      title: 'Exports delayed [prod 2]',
      updates: ['Prods 4 + 1 see delays as well.'],
      listed: ['prod1 Exports=degraded_performance'],
    }
    for (const pod of ['prod1', 'prod2', 'prod4']) expect(short(ask(scene, pod))).toEqual(['exports:delayed'])
  })

  it('never takes away a pod that a component names', () => {
    const scene = { title: 'Exports slow in Prod2 only', listed: ['prod1 Exports', 'prod2 Exports'] }
    expect(short(ask(scene, 'prod1'))).toEqual(['exports:delayed'])
  })

  it('narrows a chat component to attachments where all texts speak of those alone', () => {
    const scene = { title: 'Pictures do not upload in chat', listed: ['prod1 Channel - Chat=partial_outage'] }
    expect(short(ask(scene))).toEqual(['attachments:failing'])
    const wider = { ...scene, updates: ['Chat messages are slow too.'] }
    expect(short(ask(wider))).toEqual(['attachments:failing', 'chat:failing'])
  })

  it('forgets a dropped component unless words name its pod', () => {
    const scene = {
      title: 'Search results stale',
      updates: ['Seen today.', 'Still seen.'],
      listed: ['prod1 Search', 'prod2 Search'],
      dropped: ['prod1 Search'],
    }
    expect(ask(scene, 'prod1').level).toBe('ok')
    expect(short(ask(scene, 'prod2'))).toEqual(['search:delayed'])
    expect(short(ask({ ...scene, title: 'Search results stale, Prod-1' }, 'prod1'))).toEqual([
      'search:delayed',
    ])
  })

  it('lends such a pod no status of another pod’s components', () => {
    const scene = { title: 'Chat slow in Prod1 and Prod2', listed: ['prod2 Channel - Chat=major_outage'] }
    expect(short(ask(scene, 'prod1'))).toEqual(['chat:delayed'])
    expect(short(ask(scene, 'prod2'))).toEqual(['chat:down'])
  })

  it('gives a pod that only words name all capabilities of the incident', () => {
    const scene = { title: 'Bulk updates fail in PROD1 & 2', listed: ['prod1 Workflow=degraded_performance'] }
    expect(short(ask(scene, 'prod2'))).toEqual(['bulk-jobs:failing', 'workflow:delayed'])
  })
})

describe('rule 3: effects from statuses and words', () => {
  it.each([
    ['degraded_performance', 'delayed'],
    ['partial_outage', 'failing'],
    ['major_outage', 'down'],
    ['under_maintenance', 'maintenance'],
    ['full_outage', 'failing'],
  ])('reads the status %s as %s', (status, effect) => {
    expect(short(ask({ title: 'Prod2', others: [`prod1 Tracking=${status}`] }))).toEqual([
      `tracking:${effect}`,
    ])
  })

  it.each([
    ['Registration is inaccessible', 'down'],
    ['Registration is unavailable for some visitors', 'failing'],
    ['Registration forms are not accepted', 'failing'],
    ['Registration is lagging', 'delayed'],
    ['Registration issue', 'failing'],
    ['Registration issue: high latency', 'delayed'],
  ])('reads "%s" as %s', (title, effect) => {
    expect(short(ask({ title: `${title}, prod1` }))).toEqual([`registration:${effect}`])
  })
})

describe('rule 4: what is hit', () => {
  it.each([
    ['Surveys for voice callers do not go out', ['csat:failing']],
    ['Twitter messages via the public API are late: delays of an hour', ['twitter:delayed']],
    ['Facebook is delayed but not Instagram', ['facebook:delayed']],
    ['Exports stuck. For help get in touch by SMS', ['exports:failing']],
  ])('%s', (title, wanted) => {
    expect(short(ask({ title: 'Prod1', updates: [`${title}.`] }))).toEqual(wanted)
  })

  it('reads neither resolved texts nor postmortems', () => {
    const scene = {
      title: 'Exports stuck (Prod1)',
      updates: [
        ['resolved', 'Exports and chat were down in Prod1 and Prod2.'],
        ['postmortem', 'Voice was down as well.'],
        ['investigating', 'Exports are stuck again.'],
      ] as const,
    }
    expect(short(ask(scene))).toEqual(['exports:failing'])
    expect(ask(scene, 'prod2').level).toBe('ok')
  })

  it('does not count a filler sentence', () => {
    const scene = { title: 'Exports slow (Prod1)', updates: ['Our team goes on working on this issue.'] }
    expect(short(ask(scene))).toEqual(['exports:delayed'])
  })
})

describe('rule 5: readings add up within an incident', () => {
  const scene = {
    title: 'Timeline slow (prod1)',
    updates: [
      'Timelines load slowly.',
      ['identified', 'In Prod2 the timeline fails to load, and so do exports.'],
    ] as const,
  }

  it('keeps all pods, all capabilities and the worst effect', () => {
    for (const pod of ['prod1', 'prod2'])
      expect(short(ask(scene, pod))).toEqual(['exports:failing', 'timeline:failing'])
  })

  it('lowers nothing while the vendor monitors, and says recovering', () => {
    const verdict = ask({
      ...scene,
      updates: [...scene.updates, ['monitoring', 'A fix is out and we watch it.']],
    })
    expect(short(verdict)).toEqual(['exports:failing', 'timeline:failing'])
    expect(verdict).toMatchObject({ level: 'degraded', recovering: true })
  })

  it('lets only words that a thing works again take it away', () => {
    const verdict = ask({ ...scene, updates: [...scene.updates, ['monitoring', 'Exports have recovered.']] })
    expect(short(verdict)).toEqual(['timeline:failing'])
    const notYet = ask({
      ...scene,
      updates: [...scene.updates, ['monitoring', 'Exports will be restored soon.']],
    })
    expect(short(notYet)).toEqual(['exports:failing', 'timeline:failing'])
  })

  it('takes for a listed component the worse of its status and of words about nothing in particular', () => {
    const words = {
      title: 'Trouble',
      updates: ['People see errors.'],
      listed: ['prod1 Search=degraded_performance'],
    }
    expect(short(ask(words))).toEqual(['search:failing'])
    const status = { title: 'Search slow', listed: ['prod1 Search=major_outage'] }
    expect(short(ask(status))).toEqual(['search:down'])
  })

  it('notes where the words contradict the phase, which wins', () => {
    const verdict = ask({
      title: 'Exports slow (Prod1)',
      updates: ['We have applied a fix for slow exports.'],
    })
    expect(verdict.recovering).toBe(false)
    expect(verdict.impacts[0]?.because).toContainEqual({
      source: 'note',
      text: expect.stringContaining('investigating'),
    })
  })

  it('goes back to hit when an incident is taken up again', () => {
    const again = ask({
      ...scene,
      updates: [...scene.updates, ['monitoring', 'Watching.'], ['investigating', 'It is back.']],
    })
    expect(again.recovering).toBe(false)
  })
})

describe('rule 6: an unknown pod may be any, another pod is not mine', () => {
  it('is possible for every pod while none is named', () => {
    const scene = { title: 'Voice calls drop', updates: ['Calls drop after a minute.'] }
    for (const pod of ['prod1', 'prod2']) {
      const verdict = ask(scene, pod)
      expect(short(verdict)).toEqual(['voice:failing?'])
    }
  })

  it('becomes certain once a later text names the pod, and then frees the others', () => {
    const scene = { title: 'Voice calls drop', updates: ['Calls drop.', 'This is seen in the EU pod.'] }
    expect(short(ask(scene, 'prod2'))).toEqual(['voice:failing'])
    expect(ask(scene, 'prod1').level).toBe('ok')
  })

  it('leaves mine untouched by the trouble of another', () => {
    const scene = { title: 'Chat down in Prod 2', listed: ['prod2 Channel - Chat=major_outage'] }
    expect(ask(scene, 'prod1')).toMatchObject({ level: 'ok', impacts: [], banner: null, nextUpdate: null })
  })
})

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
    const parsed = readStatuspage(documentAt(test, 0, 'operational'), kustomer.page.id)
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
    const parsed = readStatuspage(merged, kustomer.page.id)
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
    const parsed = readStatuspage(feed, kustomer.page.id)
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
