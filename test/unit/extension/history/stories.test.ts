import { describe, expect, it } from 'vitest'
import type { Story } from '../../../../extension/domain/history/model.ts'
import { type Document, hasReached, storyOf } from '../../../../extension/domain/history/stories.ts'
import { summaryAt } from '../../../../scripts/replay/documents.ts'
import { HOME, load } from '../../../../scripts/replay/load.ts'
import type { Impact } from '../../../../shared/model/verdict.ts'
import { emptyPage, judgedAlone, listedAt, read } from '../../../support/history/readDocument.ts'
import { incident, on, update } from './incident.ts'

const LATER = Date.parse('2027-01-01T00:00:00Z')
const PAGE = emptyPage(LATER)

const recorded = (name: string) => {
  const [recording] = load([name])
  if (recording === undefined) throw new Error(name)
  return recording
}
const toldBy = (document: Document, pod: string, openUntil: number | null = null): Story => {
  const story = storyOf(document, pod, PAGE, openUntil)
  if (story === null) throw new Error('There is no story.')
  return story
}
const told = (name: string, pod: string, openUntil: string | null = null): Story =>
  toldBy(listedAt(recorded(name), LATER), pod, openUntil === null ? null : Date.parse(openUntil))

const clock = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(5, 16)
const stagesOf = ({ stages }: Story): readonly string[] =>
  stages.map(
    ({ from, to, phase, impacts }) =>
      `${clock(from)} ${clock(to)} ${phase}: ${impacts.map((one) => `${one.capability} ${one.effect}`).sort()}`,
  )
const promisesOf = ({ promises }: Story): readonly (string | null)[][] =>
  promises.map(({ due, cameAt }) => [clock(due)?.slice(6) ?? '', clock(cameAt)?.slice(6) ?? null])

describe('the story of an incident', () => {
  it('that is reopened goes on until it is over, and a promise that was late is known', () => {
    const story = told('2025-05-19-reopened', 'prod1')
    expect(stagesOf(story)).toEqual([
      '05-19T13:00 05-19T13:24 investigating: email delayed',
      '05-19T13:24 05-19T13:45 identified: email delayed',
      '05-19T13:45 05-19T14:20 monitoring: email delayed',
      '05-19T14:20 05-19T15:10 investigating: email delayed',
      '05-19T15:10 05-19T16:00 monitoring: email delayed',
    ])
    expect(clock(story.endedAt)).toBe('05-19T16:00')
    expect(promisesOf(story)).toEqual([
      ['13:30', '13:24'],
      ['14:50', '15:10'],
    ])
  })

  it('ends when it was resolved, however much later a postmortem is written', () => {
    const story = told('2024-11-14-chat-latency', 'prod1')
    expect([clock(story.firstUpdateAt), clock(story.endedAt), clock(story.knownUntil)]).toEqual([
      '11-14T23:20',
      '11-14T23:58',
      '11-14T23:58',
    ])
    expect(story.stages.map(({ phase, to }) => [phase, clock(to)])).toEqual([
      ['investigating', '11-14T23:45'],
      ['monitoring', '11-14T23:58'],
    ])
  })

  it('begins when the page says it began, which may be before it spoke of it', () => {
    const story = told('2026-04-28-markup', 'prod2')
    expect([clock(story.startedAt), clock(story.firstUpdateAt)]).toEqual(['04-28T11:05', '04-28T11:30'])
    expect(stagesOf(story)[0]).toBe('04-28T11:05 04-28T11:58 investigating: notifications failing')
  })

  it('of planned work begins with the work and not with the announcement', () => {
    const story = told('2025-09-13-maintenance', 'prod2')
    expect([clock(story.firstUpdateAt), clock(story.startedAt), clock(story.endedAt)]).toEqual([
      '09-08T09:00',
      '09-13T05:00',
      '09-13T06:55',
    ])
    const busy = stagesOf(story).filter((stage) => !stage.endsWith(': '))
    expect(busy[0]).toBe('09-13T05:00 09-13T06:10 in_progress: api maintenance,web-client maintenance')
    expect(busy.at(-1)).toMatch(/^09-13T06:40 09-13T06:55 verifying: /)
    expect(busy).toHaveLength(3)
  })

  it('of a component that only later updates name says nothing sure before them', () => {
    const { stages } = told('2025-04-22-pod-named-late', 'prod2')
    expect(stages.map(({ impacts }) => impacts.map(({ certainty }) => certainty).join())).toEqual([
      'possible',
      'possible',
      'confirmed',
      'confirmed',
    ])
  })

  it('is none of a pod that its words spare', () => {
    expect(['prod1', 'prod2', 'prod4'].map((pod) => hasReached(told('2026-04-02-negations', pod)))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is what everybody was told at each of its updates, in every recording', () => {
    let compared = 0
    for (const recording of load([HOME]).filter(({ updates }) => updates.length > 0))
      for (const pod of ['prod1', 'prod2', 'prod4'])
        for (const { from, impacts, phase } of toldBy(listedAt(recording, LATER), pod).stages) {
          const at = Date.parse(
            recording.updates.find((one) => Date.parse(one.at) === from)?.at ??
              recording.updates[0]?.at ??
              '',
          )
          const then = judgedAlone(recording, at, pod).impacts.filter((one) => one.incident !== null)
          const said = (list: readonly Impact[]) =>
            list.map((one) => [one.capability, one.effect, one.certainty])
          expect({ id: recording.id, pod, phase, said: said(impacts) }).toEqual({
            id: recording.id,
            pod,
            phase,
            said: said(then),
          })
          compared += impacts.length
        }
    expect(compared).toBeGreaterThan(100)
  })

  it('does not hang on how components are today', () => {
    for (const name of ['2026-03-24-escalation', '2026-01-12-impact-none']) {
      const recording = recorded(name)
      const document = listedAt(recording, LATER)
      // Chat is down on the page today, and exports are well.
      const down = recorded('2026-03-24-escalation')
      const page = read(summaryAt([down], '2026-03-24T07:30:00Z'))
      expect(page.components?.some(({ status }) => status === 'major_outage')).toBe(true)
      expect(storyOf(document, 'prod4', page, null)?.stages).toEqual(toldBy(document, 'prod4').stages)
    }
    const chat = told('2026-03-24-escalation', 'prod4').stages
    expect(chat.slice(0, 3).map(({ impacts }) => impacts.map(({ effect }) => effect))).toEqual([
      ['delayed'],
      ['failing'],
      ['down'],
    ])
  })
})

describe('an incident that is open', () => {
  it('is known until its last update, or as long as it was seen open', () => {
    const story = told('2026-01-27-surveys', 'prod1')
    expect([story.endedAt, clock(story.knownUntil)]).toEqual([null, '01-27T19:58'])
    const seen = told('2026-01-27-surveys', 'prod1', '2026-01-27T21:40:00Z')
    expect(clock(seen.knownUntil)).toBe('01-27T21:40')
    expect(clock(seen.stages.at(-1)?.to ?? null)).toBe('01-27T21:40')
    // Who looked last before that knows no less for it.
    expect(clock(told('2026-01-27-surveys', 'prod1', '2026-01-27T19:30:00Z').knownUntil)).toBe('01-27T19:58')
  })

  it('may owe an update', () => {
    const { promises } = toldBy(
      incident([
        update('investigating', '10:00', 'Chat is delayed. More follows within the next 30 minutes.'),
      ]),
      'prod1',
      Date.parse('2026-05-04T10:45:00Z'),
    )
    expect(promises.map(({ cameAt }) => cameAt)).toEqual([null])
  })
})

describe('an odd document', () => {
  it('without a dated update has no story', () => {
    const { document, kind } = incident([update('investigating', '10:00', 'Chat is delayed.')])
    const undated = { ...document, updates: document.updates.map((one) => ({ ...one, at: null })) }
    expect(storyOf({ kind, document: undated } as Document, 'prod1', PAGE, null)).toBeNull()
    expect(
      storyOf({ kind, document: { ...document, updates: [] } } as Document, 'prod1', PAGE, null),
    ).toBeNull()
  })

  it('that went from the page after its only update is kept, and nobody knows for how long it was', () => {
    const told = incident([update('investigating', '10:00', 'Chat messages are delayed in Prod1.')])
    const gone = storyOf(told, 'prod1', PAGE, null)
    expect(gone).toMatchObject({ endedAt: null, isOpen: false, knownUntil: on('10:00') })
    expect(gone?.stages).toMatchObject([{ from: on('10:00'), to: on('10:00') }])
    expect(gone !== null && hasReached(gone)).toBe(true)
    // While the page lists it, it goes on until the page was heard last.
    expect(storyOf(told, 'prod1', PAGE, on('11:00'))).toMatchObject({ isOpen: true, knownUntil: on('11:00') })
  })

  it('that is told only when it is over was at work until then', () => {
    const story = toldBy(
      incident([update('resolved', '12:00', 'From 10 to 12 UTC, chat was delayed in Prod1. It is over.')], {
        startedAt: '10:00',
      }),
      'prod1',
    )
    expect([clock(story.startedAt), clock(story.endedAt)]).toEqual(['05-04T10:00', '05-04T12:00'])
    expect(story.stages).toMatchObject([
      { from: story.startedAt, to: story.endedAt, impacts: [{ capability: 'chat', effect: 'delayed' }] },
    ])
    expect(hasReached({ ...story, stages: [] })).toBe(false)
  })

  it('that was resolved, reopened and resolved again ended the second time', () => {
    const story = toldBy(
      incident([
        update('investigating', '10:00', 'Chat messages are delayed in Prod1.'),
        update('resolved', '11:00', 'It is over.'),
        update('investigating', '12:00', 'Chat messages are delayed in Prod1 again.'),
        update('resolved', '13:00', 'It is over.'),
        update('postmortem', '18:00', 'What happened.'),
      ]),
      'prod1',
    )
    expect(clock(story.endedAt)).toBe('05-04T13:00')
    expect(stagesOf(story).filter((stage) => stage.includes('delayed'))).toEqual([
      '05-04T10:00 05-04T11:00 investigating: chat delayed',
      '05-04T12:00 05-04T13:00 investigating: chat delayed',
    ])
  })

  it('that is called over while its latest update is at work goes on, as it does everywhere', () => {
    const story = toldBy(
      incident(
        [
          update('resolved', '11:00', 'It is over.'),
          update('investigating', '12:00', 'Chat messages are delayed in Prod1.'),
        ],
        { phase: 'resolved' },
      ),
      'prod1',
      Date.parse('2026-05-04T12:30:00Z'),
    )
    expect(story.endedAt).toBeNull()
    expect(stagesOf(story).at(-1)).toBe('05-04T12:00 05-04T12:30 investigating: chat delayed')
  })

  it('whose end has no date was open at the update before, and not until its postmortem', () => {
    const { document, kind } = incident([
      update('investigating', '10:00', 'Chat messages are delayed in Prod1.'),
      update('identified', '10:30', 'Chat messages are still delayed in Prod1.'),
      update('resolved', '11:00', 'It is over.'),
      update('postmortem', '22:00', 'What happened.'),
    ])
    const updates = document.updates.map((one) => (one.phase === 'resolved' ? { ...one, at: null } : one))
    const story = toldBy({ kind, document: { ...document, updates } }, 'prod1')
    expect(clock(story.endedAt)).toBe('05-04T10:30')
    expect(stagesOf(story)).toEqual(['05-04T10:00 05-04T10:30 investigating: chat delayed'])
  })

  it('keeps a promise by any update that comes, also by one that says little', () => {
    const story = toldBy(
      incident([
        update('investigating', '10:00', 'Chat is delayed. More follows within the next 30 minutes.'),
        update('investigating', '10:20', 'We are still looking.'),
        update('identified', '11:00', 'We know why. More follows in an hour or sooner.'),
        update('resolved', '11:30', 'It is over. More follows within the next 30 minutes.'),
      ]),
      'prod1',
    )
    expect(promisesOf(story)).toEqual([
      ['10:30', '10:20'],
      ['12:00', '11:30'],
    ])
  })
})
