import { describe, expect, it } from 'vitest'
import { ask, short } from '../../support/ask.ts'

/** Rules 1 to 6 of judgement, what an incident hits, a block each; every sentence here is our own. */

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
