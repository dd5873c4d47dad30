import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type Manner } from '../../../extension/domain/alerts/decide.ts'
import { type Alerts, NO_ALERTS } from '../../../extension/domain/alerts/storedAlerts.ts'
import { muteOf } from '../../../extension/domain/mutes/mutes.ts'
import type { PodView } from '../../../extension/domain/podView.ts'
import { EFFECTS, type Impact, type Judgement } from '../../../shared/model/verdict.ts'
import { impact, judgement } from '../text/voices.ts'
import { seen, trouble, unknownPod, unlistedPod, viewOfAll, well } from './judgements.ts'

const LOUD: Manner = { notify: true, quiet: false, silent: false }

/** What is told when a pod looks like this, one after the other. */
const story = (start: Alerts, all: readonly PodView[], manner: Partial<Manner> = {}) => {
  let alerts = start
  const kinds = all.map((one) => {
    const next = decide(alerts, viewOfAll(one), { ...LOUD, ...manner })
    alerts = next.alerts
    return next.changes.map(({ kind }) => kind).join()
  })
  return { kinds, alerts }
}
/** The same where nothing of it is muted. */
const play = (all: readonly Judgement[], manner: Partial<Manner> = {}, start: Alerts = NO_ALERTS) =>
  story(
    start,
    all.map((one) => seen(one)),
    manner,
  )
const kindsOf = (...all: readonly Judgement[]): readonly string[] => play(all).kinds

describe('the story of a pod', () => {
  it('tells trouble and its end, each once', () => {
    expect(kindsOf(well(), trouble(), trouble(), well(), well())).toEqual(['', 'degraded', '', 'back', ''])
  })

  it('tells each worsening: a worse effect, another capability, a guess that became certain', () => {
    const guess = trouble('delayed', { certainty: 'possible' })
    const two = judgement({
      level: 'outage',
      impacts: [impact('chat', 'down'), impact('email', 'delayed')],
    })
    expect(kindsOf(guess, trouble('delayed'), trouble('failing'), trouble('down'), two)).toEqual([
      'degraded',
      'worse',
      'worse',
      'worse',
      'worse',
    ])
  })

  it('tells a guess of something worse beside what is certain once, and not at every look', () => {
    const mixed = judgement({
      level: 'degraded',
      impacts: [impact('chat', 'failing'), impact('chat', 'down', { certainty: 'possible', incident: 'b2' })],
    })
    expect(kindsOf(mixed, mixed, mixed)).toEqual(['degraded', '', ''])
    expect(kindsOf(trouble(), mixed, mixed, trouble('down'), mixed)).toEqual([
      'degraded',
      'worse',
      '',
      'worse',
      '',
    ])
  })

  it('tells neither that it is better, nor that it is as bad again', () => {
    expect(kindsOf(trouble('down'), trouble('delayed'), trouble('down'), trouble('failing'))).toEqual([
      'degraded',
      '',
      '',
      '',
    ])
  })

  it('goes on through a time in which nothing is known', () => {
    expect(kindsOf(trouble(), unknownPod(), trouble(), unknownPod(), well())).toEqual([
      'degraded',
      '',
      '',
      '',
      'back',
    ])
    expect(kindsOf(unknownPod(), unknownPod(), well())).toEqual(['', '', ''])
  })

  it('does not end with a muted notice where nothing else is known', () => {
    const { alerts } = play([trouble()])
    const next = decide(alerts, viewOfAll(seen(trouble('notice'), unknownPod())), LOUD)
    expect(next.changes).toEqual([])
    expect(next.alerts.alerted).toEqual(alerts.alerted)
  })

  it('is not told for notices and planned work, whatever effects they are given', () => {
    expect(kindsOf(trouble('notice'), trouble('maintenance'), well())).toEqual(['', '', ''])
  })

  it('does not end while work is going on, as the pod is not back to normal then', () => {
    expect(kindsOf(trouble(), trouble('maintenance'), well())).toEqual(['degraded', '', 'back'])
    expect(kindsOf(trouble(), trouble('notice'))).toEqual(['degraded', 'back'])
  })

  it('of a pod that the page does not list ends with nothing more being reported, and can begin again', () => {
    expect(kindsOf(unlistedPod(), trouble(), unlistedPod(), unlistedPod(), trouble())).toEqual([
      '',
      'degraded',
      'back',
      '',
      'degraded',
    ])
  })

  it('leads to the incident, also when it is over', () => {
    const first = decide(NO_ALERTS, viewOfAll(seen(trouble('failing', { incident: 'abc' }))), LOUD)
    expect(first.changes[0]?.incident).toBe('abc')
    expect(decide(first.alerts, viewOfAll(seen(well())), LOUD).changes[0]?.incident).toBe('abc')
  })

  it('is each pod’s own', () => {
    const both = viewOfAll(seen(trouble()), seen(trouble('down', {}, 'prod2')))
    const { alerts, changes } = decide(NO_ALERTS, both, LOUD)
    expect(changes.map(({ view }) => view.pod)).toEqual(['prod1', 'prod2'])
    const next = decide(alerts, viewOfAll(seen(well()), seen(trouble('down', {}, 'prod2'))), LOUD)
    expect(next.changes.map(({ kind, view }) => [kind, view.pod])).toEqual([['back', 'prod1']])
  })

  it('is forgotten with a pod that is watched no more', () => {
    const { alerts } = play([trouble()])
    const other = decide(alerts, viewOfAll(seen(well('prod2'))), LOUD)
    expect(other.changes).toEqual([])
    expect(other.alerts.alerted).toEqual({})
  })
})

describe('manners', () => {
  it('who wants no notifications gets none, and no old news later', () => {
    const { kinds, alerts } = play([trouble(), trouble('down')], { notify: false })
    expect(kinds).toEqual(['', ''])
    expect(play([trouble('down'), well()], {}, alerts).kinds).toEqual(['', 'back'])
  })

  it('a choice of the user’s own makes no news, and what it showed is none later', () => {
    const { kinds, alerts } = play([trouble()], { silent: true })
    expect(kinds).toEqual([''])
    expect(play([trouble(), trouble('down')], {}, alerts).kinds).toEqual(['', 'worse'])
    const silently = play([well()], { silent: true }, alerts)
    expect(silently.kinds).toEqual([''])
    expect(silently.alerts.alerted).toEqual({})
  })

  it('quiet hours leave a pod where it was, so that what still matters is told after them', () => {
    const during = play([trouble(), trouble('down')], { quiet: true })
    expect(during.kinds).toEqual(['', ''])
    expect(play([trouble('down')], {}, during.alerts).kinds).toEqual(['degraded'])
    expect(play([well()], {}, during.alerts).kinds).toEqual([''])
    const told = play([trouble()]).alerts
    const over = play([well()], { quiet: true }, told)
    expect(over.kinds).toEqual([''])
    expect(play([well()], {}, over.alerts).kinds).toEqual(['back'])
    expect(play([trouble()], {}, over.alerts).kinds).toEqual([''])
  })
})

describe('a recovery that was asked for', () => {
  const asked = (level: Alerts['awaited'][string]): Alerts => ({ ...NO_ALERTS, awaited: { prod1: level } })

  it('is told at any hour, to whoever wants nothing else, and once', () => {
    const { kinds, alerts } = play(
      [trouble(), well(), trouble(), well()],
      { quiet: true, notify: false },
      asked('degraded'),
    )
    expect(kinds).toEqual(['', 'back', '', ''])
    expect(alerts.awaited).toEqual({})
  })

  it('is no second word where the end is told in any case', () => {
    const { alerts } = play([trouble()])
    expect(play([well()], {}, { ...alerts, awaited: { prod1: 'degraded' } }).kinds).toEqual(['back'])
  })

  it('is not there while nothing is known, or while it is only better', () => {
    expect(play([unknownPod(), trouble('delayed'), well()], {}, asked('outage')).kinds.slice(2)).toEqual([
      'back',
    ])
    expect(play([unknownPod()], {}, asked('outage')).kinds).toEqual([''])
  })

  it('may be that of a pod of which nothing was known', () => {
    expect(play([unknownPod(), well()], {}, asked('unknown')).kinds).toEqual(['', 'back'])
  })

  it('is told of a pod that the page does not list, too, once nothing more is reported', () => {
    const silent = { notify: false, quiet: true }
    const { kinds, alerts } = play([trouble(), unlistedPod(), unlistedPod()], silent, asked('degraded'))
    expect(kinds).toEqual(['', 'back', ''])
    expect(alerts.awaited).toEqual({})
  })
})

describe('mutes', () => {
  const whole = trouble('failing', { incident: 'abc' })
  const muted: Alerts = { ...NO_ALERTS, mutes: [muteOf('abc', [whole])] }
  /** The user was told of it, and muted it then. */
  const mutedAfter: Alerts = { ...play([whole]).alerts, mutes: muted.mutes }

  it('are kept while the incident is open, and dropped when it is over', () => {
    const during = decide(muted, viewOfAll(seen(whole, well())), LOUD)
    expect(during.changes).toEqual([])
    expect(during.alerts.mutes).toHaveLength(1)
    expect(decide(during.alerts, viewOfAll(seen(well())), LOUD).alerts.mutes).toEqual([])
  })

  it('silence the end of what was told before them', () => {
    // The click itself.
    const click = { ...LOUD, silent: true }
    const quiet = decide(mutedAfter, viewOfAll(seen(whole, well())), click)
    expect(quiet.changes).toEqual([])
    const over = decide(quiet.alerts, viewOfAll(seen(well())), LOUD)
    expect(over.changes).toEqual([])
    expect(over.alerts.alerted).toEqual({})
  })

  it('of one incident do not silence the end once another was heard meanwhile', () => {
    const other = impact('email', 'delayed', { incident: 'xyz' })
    const loud = judgement({ level: 'degraded', impacts: [other] })
    const both = judgement({ level: 'degraded', impacts: [...whole.impacts, other] })
    const clicked = story(mutedAfter, [seen(whole, well())], { silent: true })
    expect(clicked.kinds).toEqual([''])
    const heard = story(clicked.alerts, [seen(both, loud), seen(both, loud), seen(whole, well())])
    expect(heard.kinds).toEqual(['worse', '', ''])
    const { kinds, alerts } = story(heard.alerts, [seen(well()), seen(well())])
    expect(kinds).toEqual(['back', ''])
    expect(alerts.alerted).toEqual({})
  })

  it('that were taken back silence nothing', () => {
    const muting = story(mutedAfter, [seen(whole, well())], { silent: true })
    const unmuting = story({ ...muting.alerts, mutes: [] }, [seen(whole)], { silent: true })
    expect(story(unmuting.alerts, [seen(whole), seen(well())])).toMatchObject({ kinds: ['', 'back'] })
  })
})

describe('whatever happens', () => {
  const impacts: fc.Arbitrary<Impact> = fc
    .record({
      capability: fc.constantFrom('chat', 'email'),
      // Mostly trouble.
      effect: fc.constantFrom(...EFFECTS, 'down' as const, 'failing' as const, 'delayed' as const),
      certainty: fc.constantFrom('confirmed' as const, 'possible' as const),
      incident: fc.constantFrom('a', 'b', null),
    })
    .map(({ capability, effect, ...more }) => impact(capability, effect, more))
  /** Several impacts on a capability, as incidents and components may tell them together. */
  const mixed = fc
    .record({
      level: fc.constantFrom('degraded' as const, 'outage' as const),
      impacts: fc.array(impacts, { minLength: 2 }),
    })
    .map(judgement)
  const simple = fc.constantFrom(
    well(),
    unknownPod(),
    trouble('notice'),
    trouble('maintenance'),
    trouble('delayed', { certainty: 'possible' }),
    trouble('delayed'),
    trouble('failing'),
    trouble('down'),
    judgement({ level: 'degraded', impacts: [impact('email', 'delayed', { incident: null })] }),
    unlistedPod(),
  )
  const judgements = fc.oneof(simple, mixed)

  it('the same view is never told twice', () => {
    fc.assert(
      fc.property(
        fc.array(judgements, { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (all, quiet, notify) => {
          const last = all.at(-1) ?? well()
          const { alerts } = play(all, { quiet, notify })
          expect(play([last], { quiet, notify }, alerts)).toEqual({ kinds: [''], alerts })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('trouble and its end alternate, and nothing gets worse outside of trouble', () => {
    fc.assert(
      fc.property(fc.array(judgements), (all) => {
        const told = play(all).kinds.filter((kind) => kind !== '')
        expect(told.join(' ')).toMatch(/^(?:degraded(?: worse)*(?: back(?: |$)|$))*$/)
      }),
    )
  })
})
