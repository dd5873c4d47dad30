import { describe, expect, it } from 'vitest'
import { exampleView } from '../../../extension/domain/exampleIncident.ts'
import type { PodView, View } from '../../../extension/domain/podView.ts'
import { exampleToolbarState, lineOf, toolbarStateOf } from '../../../extension/domain/toolbarState.ts'
import { extension } from '../../../extension/text/en.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { fill } from '../../../shared/text/fill.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { impact, inMinutes, judgement, NOW } from '../text/voices.ts'
import { scenesOf, seen, trouble, unknownPod, viewOfAll, well } from './judgements.ts'

const place = placeOf(NOW)
const toolbar = (view: View) => toolbarStateOf(view, place)
const plain = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ')

describe('the toolbar', () => {
  it('says in words which pod is hit, what, since when, and when more is known', () => {
    const judged = { ...trouble('down'), nextUpdate: { due: inMinutes(30), overdue: false } }
    const { icon, text, title } = toolbar(viewOfAll(seen(judged)))
    expect({ icon, text }).toEqual({ icon: 'outage', text: '!!' })
    expect(plain(title)).toBe(
      'Chat hasn’t been working on Prod1 (US) since 2:05 PM UTC. Next update due 3:30 PM UTC.',
    )
  })

  it('shows what is not known as such, and never as well', () => {
    const { icon, text, title } = toolbar(viewOfAll(seen(unknownPod())))
    expect({ icon, text }).toEqual({ icon: 'unknown', text: '?' })
    expect(title).toContain('Prod1 (US)')
  })

  it('carries a question mark for a guess, and none for what is certain', () => {
    const guess = toolbar(viewOfAll(seen(trouble('failing', { certainty: 'possible' }))))
    expect(guess.text).toBe('!?')
    expect(guess.title).toContain('may have had errors')
    expect(toolbar(viewOfAll(seen(trouble('failing')))).text).toBe('!')
  })

  it('is as sure as what raises the alarm, not as what the vendor calls harmless beside it', () => {
    const guess = impact('email', 'failing', { certainty: 'possible', incident: 'guess' })
    const quiet = impact('chat', 'failing', { incident: 'quiet' })
    const loud = judgement({ level: 'degraded', impacts: [quiet, guess] })
    const alerting = judgement({ level: 'degraded', impacts: [guess] })
    expect(toolbar(viewOfAll({ ...seen(loud), alerting })).text).toBe('!?')
  })

  it('asks for a pod where none is watched', () => {
    const { icon, text, title } = toolbar(viewOfAll())
    expect({ icon, text }).toEqual({ icon: 'unknown', text: '' })
    expect(title).not.toBe('')
  })

  it('has nothing to say on the badge only where a pod is well', () => {
    for (const level of LEVELS) {
      const { text } = toolbar(viewOfAll(seen(judgement({ level, impacts: [] }))))
      expect(text === '').toBe(level === 'ok')
    }
  })
})

describe('what is muted', () => {
  it('has an empty badge, and an icon that is not that of health', () => {
    const { icon, text, title } = toolbar(viewOfAll(seen(trouble('down'), well())))
    expect(icon).toBe('notice')
    expect(text).toBe('')
    expect(title).toContain('muted')
    expect(title).toContain('Prod1 (US)')
  })

  it('hides neither other trouble of the pod, nor that it is not known', () => {
    expect(toolbar(viewOfAll(seen(trouble('down'), trouble('delayed')))).icon).toBe('degraded')
    expect(toolbar(viewOfAll(seen(trouble('down'), unknownPod()))).text).toBe('?')
  })

  it('is not hidden by a pod that is well', () => {
    const muted = seen(trouble('down', {}, 'prod2'), well('prod2'))
    for (const pods of [
      [seen(well()), muted],
      [muted, seen(well())],
    ]) {
      const { icon, text, title } = toolbar(viewOfAll(...pods))
      expect({ icon, text }).toEqual({ icon: 'notice', text: '' })
      expect(title.split('\n')[0]).toMatch(/Prod2 \(EU\).*muted/)
    }
  })

  it('is told as such in a line of its pod', () => {
    const { icon, title } = lineOf(seen(trouble('down'), well()), place)
    expect(icon).toBe('notice')
    expect(title).toMatch(/Prod1 \(US\).*muted/)
    expect(title).not.toMatch(/no trouble/i)
  })

  it('is told of a pod that is not the worst, too', () => {
    const muted = seen(trouble('down', {}, 'prod2'), well('prod2'))
    const lines = toolbar(viewOfAll(seen(trouble()), muted)).title.split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('muted')
  })
})

describe('trouble that is not the agent’s work', () => {
  const others: PodView = { ...seen(well()), all: trouble('down') }
  const notYours = fill(extension.notYours, { pod: 'Prod1 (US)' })

  it('makes nobody say that no trouble is reported', () => {
    const { icon, text, title } = toolbar(viewOfAll(others))
    expect({ icon, text, title }).toEqual({ icon: 'ok', text: '', title: notYours })
    expect(lineOf(others, place)).toMatchObject({ icon: 'ok', title: notYours })
    const beside = toolbar(viewOfAll(seen(trouble('down', {}, 'prod2')), others))
    expect(beside.title.split('\n').slice(1)).toEqual([notYours])
  })

  it('is no word about a pod of which nothing is reported', () => {
    expect(toolbar(viewOfAll(seen(well()))).title).toBe('No trouble is reported for Prod1 (US).')
  })
})

describe('several pods', () => {
  it('show the worst, and a line for each of the others', () => {
    const view = viewOfAll(seen(well()), seen(trouble('down', {}, 'prod2')), seen(unknownPod('prod4')))
    const { icon, title } = toolbar(view)
    expect(icon).toBe('outage')
    const lines = title.split('\n')
    expect(lines).toHaveLength(3)
    for (const [at, name] of ['Prod2 (EU)', 'Prod1 (US)', 'Prod4 (India)'].entries())
      expect(lines[at]).toContain(name)
  })

  it('put not to know above planned work and below trouble', () => {
    const shown = (...all: Parameters<typeof seen>[0][]) =>
      toolbar(viewOfAll(...all.map((one) => seen(one)))).icon
    expect(shown(well(), trouble('maintenance', {}, 'prod2'))).toBe('maintenance')
    expect(shown(trouble('maintenance'), unknownPod('prod2'))).toBe('unknown')
    expect(shown(unknownPod(), trouble('delayed', {}, 'prod2'))).toBe('degraded')
  })

  it('let a pod that nobody lists hide no other', () => {
    const absent = judgement({ pod: 'prod9', level: 'unknown', reason: 'not-listed' })
    expect(toolbar(viewOfAll(seen(absent), seen(trouble('notice', {}, 'prod2')))).icon).toBe('notice')
  })
})

describe('every moment of every recording', () => {
  it('has a title that is a sentence about its pod, and a badge for its level', () => {
    for (const { judged, now } of load([HOME]).flatMap(scenesOf)) {
      const { icon, text, title } = toolbarStateOf(viewOfAll(seen(judged)), placeOf(now))
      expect(icon).toBe(judged.level)
      expect(title).toMatch(/Prod\d/)
      expect(title).toMatch(/^[A-Z].*\.$/s)
      expect(title).not.toMatch(/[{}]|undefined|null|NaN|Invalid/)
      const isGuess = judged.impacts.length > 0 && judged.impacts.every((one) => one.certainty === 'possible')
      if (isGuess) expect(text).toMatch(/\?$/)
    }
  })
})

describe('an example', () => {
  it('is trouble on whatever pod is watched, and says that it is none', () => {
    for (const pod of ['prod1', 'prod3', 'prod42']) {
      const { icon, title, text } = exampleToolbarState(exampleView(pod, NOW), place)
      expect(['degraded', 'outage']).toContain(icon)
      expect(text).not.toMatch(/\?/)
      expect(title).toMatch(/^Example: /)
      expect(title).toMatch(new RegExp(pod, 'i'))
    }
  })
})
