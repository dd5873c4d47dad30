import { describe, expect, it } from 'vitest'
import { EVIDENCE, type Noticed, type Watch } from '../../../extension/domain/evidence/watch.ts'
import type { PodView } from '../../../extension/domain/podView.ts'
import { NO_POLICY } from '../../../extension/domain/policy/policy.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../extension/domain/settings.ts'
import { confirmedOf, spokenOf } from '../../../extension/domain/spoken.ts'
import { toolbarStateOf } from '../../../extension/domain/toolbarState.ts'
import { DAY, MINUTE } from '../../../shared/model/limits.ts'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { noticedAt, watchOf } from '../../support/noticed.ts'
import { judgement, NOW } from '../text/voices.ts'
import { seen, trouble, viewOfAll, well } from './judgements.ts'

const settingsOf = (evidence: Settings['evidence'], pods = ['prod1']): Settings => ({
  ...DEFAULT_SETTINGS,
  pods,
  evidence,
})
const settings = settingsOf('on')
const spoken = (watch: Watch, view: PodView = seen(well()), own = settings, policy = NO_POLICY) =>
  spokenOf({ watch, settings: own }, policy, [view], NOW)
const sign = (more: Partial<Noticed> = {}): Noticed => noticedAt(NOW, more)

describe('what was noticed is said', () => {
  it.each(EVIDENCE)('only where it may be: %s', (evidence) => {
    const said = spoken(watchOf(sign()), seen(well()), settingsOf(evidence))
    expect(said?.sign ?? null).toEqual(evidence === 'on' || evidence === 'notify' ? sign() : null)
  })

  it.each<[string, Partial<Noticed>]>([
    ['is over', { end: NOW - MINUTE }],
    ['was last seen long ago', { updated: NOW - 11 * MINUTE }],
    ['is from a time to come, as the clock was set back', { updated: NOW + 11 * MINUTE }],
    ['is a false alarm, by the user', { said: 'false' }],
    ['is that nothing can be reached, and the page can’t either', { kind: 'unreachable', control: null }],
  ])('not once it %s', (_, more) => {
    expect(spoken(watchOf(sign()))).not.toBeNull()
    expect(spoken(watchOf(sign(more)))).toBeNull()
  })

  it('never beside a page that tells of trouble itself, whoever that concerns', () => {
    for (const level of LEVELS) {
      const isTold = ['maintenance', 'degraded', 'outage'].includes(level)
      const view = { ...seen(well()), all: judgement({ level }) }
      expect(spoken(watchOf(sign()), view) === null, level).toBe(isTold)
    }
  })

  it('of the pod that the company’s table names for the organization, and else of the first', () => {
    const table = { ...NO_POLICY, organisations: new Map([['acme', 'prod2' as const]]) }
    const own = settingsOf('on', ['prod1', 'prod2'])
    const says = (pod: string, policy = NO_POLICY) =>
      spoken(watchOf(sign()), seen(well(pod)), own, policy) !== null
    expect([says('prod1'), says('prod2')]).toEqual([true, false])
    expect([says('prod1', table), says('prod2', table)]).toEqual([false, true])
  })

  it('as muted until then', () => {
    const muted = { ...watchOf(sign()), mutedUntil: NOW + 1 }
    expect(spoken(muted)?.isMuted).toBe(true)
    expect(spoken({ ...muted, mutedUntil: NOW })?.isMuted).toBe(false)
  })
})

describe('the toolbar', () => {
  const place = placeOf(NOW)
  const state = (more: Partial<Watch> = {}, view = seen(well())) =>
    toolbarStateOf(viewOfAll(view), place, spoken({ ...watchOf(sign()), ...more }, view))

  it('wears a ring and a line more, and keeps icon, badge and colour', () => {
    const plain = toolbarStateOf(viewOfAll(seen(well())), place)
    const { isRinged, title, ...rest } = state()
    const { title: before, ...others } = plain
    expect(rest).toEqual(others)
    expect(isRinged).toBe(true)
    expect(title).toBe(
      `${before}\nYour own requests to the agent app are failing: 14 of 20 in the last 5 minutes.`,
    )
  })

  it('wears no ring round another pod’s trouble, and tells it in the title', () => {
    const [well1, bad2] = [seen(well()), seen(trouble('failing', {}, 'prod2'))]
    const views = viewOfAll(well1, bad2)
    const said = toolbarStateOf(views, place, spoken(watchOf(sign())))
    const { title, ...rest } = toolbarStateOf(views, place)
    expect(said).toEqual({ ...rest, title: expect.stringContaining(`${title}\nYour own requests`) })
    expect(rest.icon).toBe('degraded')
  })

  it('is as it was where it is muted, and where the page tells of trouble', () => {
    const plain = toolbarStateOf(viewOfAll(seen(well())), place)
    expect(state({ mutedUntil: NOW + MINUTE })).toEqual(plain)
    const bad = seen(trouble())
    expect(state({}, bad)).toEqual(toolbarStateOf(viewOfAll(bad), place))
  })
})

describe('that the page confirms it is said', () => {
  const at = NOW - 40 * MINUTE
  const early = sign({ at, end: null, confirmed: at + 31 * MINUTE })
  const bad = (since: number) => seen(trouble('failing', { since: new Date(since).toISOString() }))
  const confirmed = (
    signs: readonly Noticed[],
    view: PodView,
    past: Parameters<typeof confirmedOf>[0]['past'] = [],
    own = settings,
  ) => confirmedOf({ watch: watchOf(...signs), settings: own, past }, NO_POLICY, view, NOW)

  it('while that trouble goes on', () => {
    expect(confirmed([early], bad(at + 31 * MINUTE))).toEqual(early)
    expect(confirmed([sign()], bad(at))).toBeUndefined()
    expect(confirmed([early], bad(at), [], settingsOf('shadow'))).toBeUndefined()
    expect(confirmed([{ ...early, said: 'false' }], bad(at))).toBeUndefined()
  })

  it('not of another trouble that began later', () => {
    expect(confirmed([early], bad(NOW - MINUTE))).toBeUndefined()
  })

  it('for a day after it', () => {
    const past = (until: number) => [
      {
        pod: 'prod1',
        incident: 'a',
        since: until - 30 * MINUTE,
        until,
        affected: { chat: 'failing' as const },
      },
    ]
    const signOf = (until: number) =>
      sign({ at: until - 50 * MINUTE, end: until, confirmed: until - 20 * MINUTE })
    const recent = NOW - 3 * MINUTE
    expect(confirmed([signOf(recent)], seen(well()), past(recent))).toEqual(signOf(recent))
    const old = NOW - DAY - MINUTE
    expect(confirmed([signOf(old)], seen(well()), past(old))).toBeUndefined()
    expect(confirmed([signOf(recent)], seen(well()))).toBeUndefined()
  })
})
