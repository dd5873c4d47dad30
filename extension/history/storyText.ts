import type { Impact } from '../../shared/model/verdict.ts'
import { fill } from '../../shared/text/fill.ts'
import { moment } from '../../shared/text/time.ts'
import type { Promised, Story } from '../domain/history/model.ts'
import { countsBefore } from '../domain/history/pieces.ts'
import { latenessOf } from '../domain/history/sums.ts'
import { extension } from '../text/en.ts'
import { hoursAndMinutes } from '../text/spans.ts'
import { lastedText } from './describe.ts'
import { place } from './historyState.ts'

const { incidents: words } = extension.history

/** Everything that was affected, each in its worst and surest way. */
export const affectedIn = ({ stages }: Pick<Story, 'stages'>): readonly Impact[] => {
  const worst = new Map<string, Impact>()
  for (const impact of stages.flatMap(({ impacts }) => impacts)) {
    const before = worst.get(impact.capability)
    if (before === undefined || countsBefore(impact, before)) worst.set(impact.capability, impact)
  }
  return [...worst.values()]
}

/** From when to when, as far as anybody knows. */
export const timeText = ({ startedAt, endedAt, isOpen }: Story): string =>
  endedAt === null
    ? `${fill(words.since, { time: moment(startedAt, place.value) })} · ${isOpen ? words.open : words.gone}`
    : lastedText(startedAt, endedAt, place.value)

const outcomeOf = ({ due, cameAt }: Promised, { endedAt }: Story): string => {
  if (cameAt !== null) return cameAt === endedAt ? words.endedBefore : words.onTime
  // One that is gone from the page may have had its update.
  return due < place.value.now ? words.unclear : words.pending
}

export const promiseText = (promised: Promised, story: Story, told = place.value): string => {
  const late = latenessOf(promised, story)
  const text = fill(words.due, { time: moment(promised.due, told) })
  if (late === null) return fill(outcomeOf(promised, story), { text })
  const length = hoursAndMinutes(late, told)
  return fill(promised.cameAt === null ? words.missing : words.late, { text, length })
}
