import type { Settings } from '../domain/settings.ts'
import type { Poll, Values } from '../storage/storedKeys.ts'
import type { LastTold } from './feedEvents.ts'

/** Whether what a stream told last is what is stored, so that a beat can renew it. */
export const isStored = (told: LastTold, { poll, news }: Values): boolean => {
  if (poll.heard === null) return false
  return told.type === 'verdict' ? news?.body === told.body : poll.heard.id === told.id
}

/** When each watched pod was looked at, by whichever feed; one that is watched no more may be again. */
export const seenAt = (at: number, { pods }: Settings, seen: Poll['seen']): Poll['seen'] => ({
  ...seen,
  ...Object.fromEntries(pods.map((pod) => [pod, { at, before: seen[pod]?.at ?? null }])),
})

/** The same news, that holds by a document which was fetched later. */
export const renewed = (poll: Poll, at: number, settings: Settings, now: number): Poll => {
  const { heard, seen } = poll
  if (heard === null) return poll
  const since = Math.max(heard.at, at)
  return {
    ...poll,
    heard: { ...heard, at: since, live: now },
    seen: seenAt(since, settings, seen),
    trouble: null,
  }
}
