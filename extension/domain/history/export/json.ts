import { isoOf } from '../../../../shared/model/guards.ts'
import type { Interval } from '../model.ts'
import type { Exported } from './exported.ts'

const between = ({ from, to }: Interval) => ({ from: isoOf(from), to: isoOf(to) })

/** All that is known, for programs. */
export const jsonOf = ({ timeline, podName, place, linkOf }: Exported): string =>
  JSON.stringify(
    {
      podlight: 1,
      kind: 'history',
      pod: timeline.pod,
      name: podName,
      ...between(timeline),
      timeZone: place.timeZone,
      madeAt: isoOf(place.now),
      watched: timeline.watched.map(between),
      spans: timeline.spans.map((span) => ({ ...span, ...between(span) })),
      reports: timeline.stories.map(({ id, kind, title, ...story }) => ({
        id,
        kind,
        title,
        link: linkOf(id),
        started: isoOf(story.startedAt),
        firstUpdate: isoOf(story.firstUpdateAt),
        ended: isoOf(story.endedAt),
        knownUntil: isoOf(story.knownUntil),
        updates: story.updates.map(({ phase, at, text }) => ({ phase, at: isoOf(at), text })),
        promises: story.promises.map(({ madeAt, due, cameAt }) => ({
          made: isoOf(madeAt),
          due: isoOf(due),
          came: isoOf(cameAt),
        })),
        stages: story.stages.map((stage) => ({ ...stage, ...between(stage) })),
      })),
    },
    null,
    2,
  )
