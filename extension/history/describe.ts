import { capabilityName } from '../../shared/text/capability.ts'
import { capital } from '../../shared/text/capital.ts'
import { agent } from '../../shared/text/en.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { plural } from '../../shared/text/plural.ts'
import { range } from '../../shared/text/time.ts'
import type { Noticed } from '../domain/evidence/watch.ts'
import type { Mark } from '../domain/history/lanes.ts'
import { kindOf } from '../domain/history/pieces.ts'
import { extension } from '../text/en.ts'
import { earlierBy } from '../text/evidence.ts'
import { hoursAndMinutes, numberText } from '../text/spans.ts'

const { history, effects, evidence } = extension

/** A bar names no more reports than these: its details have little room. */
const MOST_TITLES = 3

export const featureName = (capability: string, { locale }: Place): string =>
  capital(capabilityName(capability, agent), locale)

/** However many there are. */
export const featureList = (capabilities: readonly string[], { locale }: Place): string =>
  capital(new Intl.ListFormat(locale).format(capabilities.map((one) => capabilityName(one, agent))), locale)

/** "Errors, confirmed" or "Possible: errors" */
export const howText = (
  { effect, certainty }: Pick<Mark, 'effect' | 'certainty'>,
  { locale }: Place,
): string => {
  if (certainty === 'possible')
    return fill(history.how.possible, { what: effects[effect].toLocaleLowerCase(locale) })
  // Nobody doubts what is planned.
  return kindOf({ effect, certainty }) === 'affected'
    ? fill(history.how.confirmed, { what: effects[effect] })
    : effects[effect]
}

export const basisText = ({ affected, seen }: Pick<Mark, 'affected' | 'seen'>): string => {
  if (seen === 0) return history.basis.page
  return seen < affected ? history.basis.both : history.basis.seen
}

/** "Sep 3, 2:10 – 4:45 PM (2 hr 35 min)" */
export const lastedText = (from: number, to: number, place: Place): string =>
  fill(history.incidents.lasted, {
    range: range(from, to, place),
    length: hoursAndMinutes(to - from, place),
  })

/** The same of a bar, or "Sep 3, 2:10 – 4:45 PM: 3 times, 40 min in all" where it stands for several. */
export const markText = ({ from, to, times, affected }: Mark, place: Place): string =>
  times === 1
    ? lastedText(from, to, place)
    : fill(history.picture.times, {
        count: numberText(times, place),
        range: range(from, to, place),
        length: hoursAndMinutes(affected, place),
      })

/** The titles of a bar's first reports, and "2 more" where there are more than a few. */
export const titledIn = (
  { incidents }: Pick<Mark, 'incidents'>,
  titles: ReadonlyMap<string, string>,
  place: Place,
) => {
  const all = incidents.flatMap((incident) => {
    const title = titles.get(incident)
    return title === undefined ? [] : [{ incident, title }]
  })
  const more = all.length - MOST_TITLES
  return { first: all.slice(0, MOST_TITLES), more: more > 0 ? plural(agent.more, more, place) : '' }
}

/** All that is to be said of a bar, in one breath. */
export const describedMark = (mark: Mark, titles: ReadonlyMap<string, string>, place: Place): string => {
  const { first, more } = titledIn(mark, titles, place)
  return [
    featureName(mark.capability, place),
    howText(mark, place),
    markText(mark, place),
    basisText(mark),
    ...first.map(({ title }) => title),
    ...(more === '' ? [] : [more]),
  ].join('. ')
}

/** That this browser noticed something before the page told of it, or while it never did. */
export const earlierText = ({ at, confirmed }: Noticed, place: Place): string =>
  confirmed === null
    ? evidence.history.alone
    : fill(evidence.history.earlier, { length: earlierBy(at, confirmed, place) })
