import { MINUTE } from '../../../../shared/model/limits.ts'
import { EFFECTS } from '../../../../shared/model/verdict.ts'
import { capabilityList } from '../../../../shared/text/capability.ts'
import { capital } from '../../../../shared/text/capital.ts'
import { agent } from '../../../../shared/text/en.ts'
import { fill } from '../../../../shared/text/fill.ts'
import type { Place } from '../../../../shared/text/localeAndTime.ts'
import { plural } from '../../../../shared/text/plural.ts'
import { extension } from '../../../text/en.ts'
import { phaseName } from '../../../text/phaseName.ts'
import type { Interval, Span, Story, Timeline } from '../model.ts'
import { type Exported, namesOf, wallText } from './exported.ts'
import { icalLine, icalText, icalTime } from './icalLine.ts'

const { columns, event, sure, unsure } = extension.history.export

const LONGEST = 10_000

type Claim = Pick<Span, 'capability' | 'effect' | 'certainty'>

/** What one entry of the calendar tells of. */
interface Trouble {
  readonly incident: string | null
  readonly spans: Span[]
}

/**
 * What affected the pod: each report, and whatever only components told of for as long as it went on. By ids that stay
 * the same wherever it is exported, so that a second import replaces the first; but what only components told of begins
 * anew where the exported time does.
 */
const troublesIn = ({ pod, spans, stories }: Timeline): ReadonlyMap<string, Trouble> => {
  const troubles = new Map<string, Trouble>(
    stories.map(({ id }) => [`${id}.${pod}`, { incident: id, spans: [] }]),
  )
  let run = { id: '', to: Number.NEGATIVE_INFINITY }
  for (const span of spans) {
    const { incident, from, to } = span
    if (incident === null)
      run = { id: from > run.to ? `${pod}-${icalTime(from)}` : run.id, to: Math.max(run.to, to) }
    const id = incident === null ? run.id : `${incident}.${pod}`
    const trouble = troubles.get(id) ?? { incident, spans: [] }
    trouble.spans.push(span)
    troubles.set(id, trouble)
  }
  return troubles
}

/** "Chat wasn’t working; email had delays": each by the worst that is sure of it. */
const sentenceOf = (claims: readonly Claim[], place: Place): string => {
  const said = new Set<string>()
  const sentences = EFFECTS.flatMap((effect) => {
    const all = claims.filter((one) => one.effect === effect && one.certainty === 'confirmed')
    const what = [...new Set(all.map(({ capability }) => capability))].filter((one) => !said.has(one))
    if (what.length === 0) return []
    for (const one of what) said.add(one)
    const isSeveral = what.length > 1 || agent.several.some((one) => what.includes(one))
    const text = plural(sure[effect], isSeveral ? 2 : 1, place)
    return fill(text, { what: capabilityList(what, agent, place) })
  })
  const all = claims.map(({ capability }) => capability)
  const text = sentences.join('; ') || fill(unsure, { what: capabilityList(all, agent, place) })
  return capital(text, place.locale)
}

/** What was affected when, and what the page said, newest first. */
const description = (spans: readonly Span[], story: Story | undefined, place: Place): string => {
  const time = (at: number | null): string[] => (at === null ? [] : [wallText(at, place.timeZone)])
  const text = [
    `${columns.zone}: ${place.timeZone}`,
    // More than these would leave no room for the page's own words.
    ...spans
      .slice(0, 50)
      .map((span) => [`${time(span.from)} – ${time(span.to)}`, ...namesOf(span, place)].join(' · ')),
    ...(story === undefined ? [] : ['', story.title]),
    ...(story?.updates ?? []).flatMap(({ at, phase, text }) => [
      '',
      [...time(at), phaseName(phase)].join(' · '),
      text,
    ]),
  ].join('\n')
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** The troubles as entries of a calendar, in which nobody is busy because of them. */
export const icalOf = ({ timeline, podName, place, linkOf }: Exported): string => {
  const told = new Map(timeline.stories.map((story) => [story.id, story]))
  const entries = [...troublesIn(timeline)].flatMap(([id, { incident, spans }]) => {
    const story = told.get(incident ?? '')
    const stages = story?.stages.filter(({ impacts }) => impacts.length > 0) ?? []
    const times: readonly Interval[] = [...spans, ...stages]
    if (times.length === 0) return []
    const from = Math.min(...times.map((one) => one.from))
    const last = Math.max(...times.map(({ to }) => to))
    const isOpen = story === undefined ? last >= timeline.to : story.endedAt === null
    const to = isOpen ? Math.min(last, timeline.to) : last
    const claims = spans.length > 0 ? spans : stages.flatMap(({ impacts }) => impacts)
    const summary = fill(event, { pod: podName, text: sentenceOf(claims, place) })
    return [
      'BEGIN:VEVENT',
      `UID:${icalText(id)}@podlight`,
      `DTSTAMP:${icalTime(place.now)}`,
      `LAST-MODIFIED:${icalTime(story?.updates.find(({ at }) => at !== null)?.at ?? to)}`,
      `DTSTART:${icalTime(from)}`,
      // Without a length, calendars show it as a whole day or not at all.
      `DTEND:${icalTime(Math.max(to, from + MINUTE))}`,
      `SUMMARY:${icalText(summary)}`,
      `DESCRIPTION:${icalText(description(spans, story, place))}`,
      `URL:${linkOf(incident)}`,
      `STATUS:${isOpen ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Podlight//History//EN',
    'CALSCALE:GREGORIAN',
    ...entries,
    'END:VCALENDAR',
  ]
    .map(icalLine)
    .join('')
}
