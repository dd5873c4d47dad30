import { isoOf } from '../../../../shared/model/guards.ts'
import type { Exported } from './exported.ts'

/** Every number in it is a time, but for the version. */
const withTimes = (key: string, value: unknown): unknown =>
  typeof value === 'number' && key !== 'podlight' ? isoOf(value) : value

/** All that is known, for programs. */
export const jsonOf = ({ timeline, podName, place, noticed, linkOf }: Exported): string => {
  const { pod, from, to, watched, spans, stories } = timeline
  const reports = stories.map(({ id, kind, title, startedAt, firstUpdateAt, endedAt, ...story }) => ({
    id,
    kind,
    title,
    link: linkOf(id),
    started: startedAt,
    firstUpdate: firstUpdateAt,
    ended: endedAt,
    knownUntil: story.knownUntil,
    updates: story.updates.map(({ phase, at, text }) => ({ phase, at, text })),
    promises: story.promises.map(({ madeAt, due, cameAt }) => ({ made: madeAt, due, came: cameAt })),
    stages: story.stages,
  }))
  const { now, timeZone } = place
  const head = { podlight: 1, kind: 'history', pod, name: podName, from, to, timeZone, madeAt: now }
  const signs = noticed.map(({ at, since, end, what, kind, confirmed }) => ({
    kind,
    what,
    began: since,
    noticed: at,
    ended: end,
    confirmed,
  }))
  return JSON.stringify({ ...head, watched, spans, reports, noticed: signs }, withTimes, 2)
}
