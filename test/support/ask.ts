/** Asks the judge about a feed that is described in a few words. */
import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import { type Case, verdictAt } from './exam.ts'

export interface Scene {
  readonly title?: string
  /** Oldest first; a body alone is under investigation. */
  readonly updates?: readonly (string | readonly [phase: string, body: string])[]
  /** Rows the incident lists, such as `prod1 Channel - Chat`; a status may follow after `=`. */
  readonly listed?: readonly string[]
  /** Rows that no incident lists. */
  readonly others?: readonly string[]
  /** Rows dropped with the last update. */
  readonly dropped?: readonly string[]
  readonly impact?: string | null
  readonly maintenance?: boolean
}

const GROUPS: Readonly<Record<string, string | null>> = {
  prod1: 'Prod1 (US)',
  prod2: 'Prod2 (EU)',
  prod4: 'Prod4 (India)',
  third: 'Third Party',
  none: null,
}

const rowOf = (text: string) => {
  const [place = '', status] = text.split('=')
  const [group = '', ...name] = place.split(' ')
  return { group: GROUPS[group] ?? null, name: name.join(' '), ...(status ? { status } : {}) }
}

const START = Date.UTC(2026, 4, 4, 9)

export const caseOf = (scene: Scene): Case => {
  const updates = (scene.updates ?? []).map((update, i) => {
    const [status, body] = typeof update === 'string' ? ['investigating', update] : update
    return { status, body, at: new Date(START + i * 600_000).toISOString() }
  })
  const last = updates.at(-1)
  if (last !== undefined && scene.dropped) Object.assign(last, { dropped: scene.dropped.map(rowOf) })
  const scheduled = {
    scheduled_for: new Date(START + 3_600_000).toISOString(),
    scheduled_until: new Date(START + 7_200_000).toISOString(),
  }
  return {
    id: 'scene',
    title: scene.title ?? '',
    impact: scene.impact === undefined ? 'minor' : scene.impact,
    components: (scene.listed ?? []).map(rowOf),
    otherComponents: (scene.others ?? []).map(rowOf),
    updates:
      updates.length > 0
        ? updates
        : [{ status: 'investigating', body: '', at: new Date(START).toISOString() }],
    ...(scene.maintenance ? { maintenance: scheduled } : {}),
    truth: {},
  }
}

/** The verdict at the last update, with listed components read as operational unless they say otherwise. */
export const ask = (scene: Scene, pod = 'prod1'): Judgement => {
  const test = caseOf(scene)
  const states = test.components.some(({ status }) => status !== undefined)
  return verdictAt(test, test.updates.length - 1, pod, states ? 'by-impact' : 'operational')
}

/** Impacts in short: `chat:failing`, with `?` where it is only possible. */
export const short = ({ impacts }: Pick<Judgement, 'impacts'>): string[] => impacts.map(inShort).sort()

const inShort = ({ capability, effect, certainty }: Impact): string =>
  `${capability}:${effect}${certainty === 'possible' ? '?' : ''}`

/** What one title or one sentence alone hits on a pod that the title names. */
export const hits = (sentence: string): string[] => short(ask({ title: 'Prod1', updates: [sentence] }))
