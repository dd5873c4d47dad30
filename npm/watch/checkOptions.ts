import { feedsOf } from '../../shared/feed/addresses.ts'
import { podOf } from '../../shared/model/pod.ts'
import type { Pod } from '../../shared/model/verdict.ts'
import type { Hosts } from '../../shared/polling/hosts.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { WatchOptions, WatchStorage } from './watchOptions.ts'

/** Options of which each is known to be right. */
export interface CheckedOptions {
  readonly pod: Pod
  readonly feed: Hosts
  readonly signal: AbortSignal | undefined
  readonly storage: 'none' | WatchStorage | undefined
}

const NAMES: ReadonlySet<string> = new Set(['pod', 'feed', 'signal', 'storage'])

/** Whatever somebody else wrote, as it may stand in a sentence. */
const quoted = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `a value of type ${typeof value}`

const podIn = (value: unknown): Pod => {
  const pod = typeof value === 'string' ? podOf(value) : null
  if (pod !== null && pod === `${value}`.toLowerCase()) return pod
  throw new TypeError(`watchPod needs a pod such as "prod1"; it got ${quoted(value)}.`)
}

/** What an address means here; `base` is the page's own address, and empty where there is no page. */
const addressIn = (value: unknown, base: string): string => {
  let url: URL | null = null
  try {
    url = typeof value === 'string' && value.trim() ? new URL(value.trim(), base || undefined) : null
  } catch {
    // Told below.
  }
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new TypeError(`watchPod can’t use the feed ${quoted(value)}: it needs a web address.`)
  if (url.username || url.password)
    throw new TypeError('watchPod can’t use a feed whose address has a user or a password in it.')
  url.hash = ''
  return url.href
}

const feedIn = (value: unknown, base: string): Hosts => {
  const listed: readonly unknown[] = value === undefined ? feedsOf(kustomer).slice(0, 1) : [value].flat()
  const [first, second] = listed
  if (listed.length < 1 || listed.length > 2)
    throw new TypeError(`watchPod takes one feed, or two for a fail-over; it got ${listed.length}.`)
  return listed.length === 1 ? [addressIn(first, base)] : [addressIn(first, base), addressIn(second, base)]
}

const signalIn = (value: unknown): AbortSignal | undefined => {
  if (value === undefined) return undefined
  const signal = value as Partial<AbortSignal> | null
  if (typeof signal === 'object' && typeof signal?.addEventListener === 'function')
    return signal as AbortSignal
  throw new TypeError('watchPod needs a signal that is an AbortSignal.')
}

const storageIn = (value: unknown): CheckedOptions['storage'] => {
  if (value === undefined || value === 'none') return value
  const storage = value as Partial<WatchStorage> | null
  if (
    typeof storage === 'object' &&
    typeof storage?.read === 'function' &&
    typeof storage.write === 'function'
  )
    return storage as WatchStorage
  throw new TypeError('watchPod needs a storage that is "none" or has the functions read and write.')
}

/** Options as somebody gave them. Throws a sentence about the first that is wrong. */
export const checkOptions = (given: WatchOptions, base: string): CheckedOptions => {
  if (typeof given !== 'object' || given === null)
    throw new TypeError('watchPod needs options, such as { pod: "prod1" }.')
  for (const name of Object.keys(given))
    if (!NAMES.has(name))
      throw new TypeError(`watchPod has no option ${quoted(name)}. It takes ${[...NAMES].join(', ')}.`)
  const { pod, feed, signal, storage } = given
  return {
    pod: podIn(pod),
    feed: feedIn(feed, base),
    signal: signalIn(signal),
    storage: storageIn(storage),
  }
}
