import { SILENCE } from '../../shared/model/limits.ts'

/**
 * How changes reach us: by events, by asking, or null where the feed offers no events. It is told by when the last
 * message came, as nobody is there to say that a background died with its stream.
 */
export const connectionOf = (live: number | undefined, now: number): 'live' | 'asking' | null => {
  if (live === undefined) return null
  return Math.abs(now - live) <= SILENCE ? 'live' : 'asking'
}
