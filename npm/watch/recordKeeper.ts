import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import { emptier } from '../../shared/polling/bucket.ts'
import type { Newest } from '../../shared/polling/oldCopy.ts'
import { firstState, type PollState, parseState } from '../../shared/polling/pollState.ts'
import type { Store, Timer } from '../../shared/polling/ports.ts'
import { PATIENCE } from '../../shared/polling/stateKeeper.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { RecordStore } from './ports.ts'
import { memoryStore, noStore, ownStore } from './recordStores.ts'
import type { WatchOptions } from './watchOptions.ts'
import { readRecord, recordText, type WatchRecord } from './watchRecord.ts'

/** What a record that was read brings: an answer that is newer than ours, another failure, or neither. */
export type Difference = 'news' | 'trouble' | 'nothing'

const NO_NEWEST: Newest = { published: Number.NaN, at: 0 }

/** Keeps what was asked and heard where other pages of the site, or the next run, find it. */
export const createRecordKeeper = (
  clock: () => number,
  timer: Timer,
  pageStore: RecordStore | null,
  onRecord: (record: WatchRecord, difference: Difference) => void,
) => {
  let store = memoryStore()
  let feed = ''
  let row: PollState | null = null
  let at = 0
  let newest = NO_NEWEST
  let trouble: Reason | null = null
  let verdicts: readonly Judgement[] = []
  /** So many of them are of pods that are watched here. */
  let watched = 0
  let isOfOthers = false
  let isLone = false

  const take = (record: WatchRecord): Difference => {
    if (record.feed !== feed) return 'nothing'
    const isNewer = record.at > at
    const isOther = record.trouble !== trouble
    if (!isNewer && (record.at < at || !isOther)) return 'nothing'
    at = record.at
    newest = record.newest
    trouble = record.trouble
    if (isNewer) {
      verdicts = [...record.verdicts.values()].map(({ verdict }) => verdict)
      watched = verdicts.length
      isOfOthers = true
    }
    return isNewer ? 'news' : 'trouble'
  }

  /** Reads a record, and gives its row for the poller: of another feed's pages only the bucket is ours as well. */
  const takeText = (text: string | null | undefined): unknown => {
    if (!text) return row
    const now = clock()
    const record = readRecord(text, now)
    // The poller gets it as it is, and then asks nothing for a while: spoiling the record must buy no request.
    if (record === null) return text
    onRecord(record, take(record))
    if (record.feed === feed) return record.row
    const other = parseState(record.row)
    if (other === null) return text
    const own = row ?? { ...firstState(now), due: now, bucket: other.bucket }
    return { ...own, bucket: emptier(own.bucket, other.bucket, now) }
  }

  const save = async (): Promise<void> => {
    const record = { feed, row, at, newest, trouble }
    // Where storage is nearly full, the others must at least not ask anew.
    const isKept =
      (await store.write(recordText(record, verdicts, watched))) ||
      (await store.write(recordText(record, [])))
    isLone = !isKept
    // The poller goes on in memory by itself.
    if (isLone) throw new Error('not kept')
  }
  const saveQuietly = (): void => void save().catch(() => undefined)

  const rows: Store = {
    read: async () => takeText(await store.read()),
    write: (next) => {
      row = parseState(next)
      return save()
    },
  }

  return {
    rows,
    /** Begins to keep for a feed. The bucket goes along: going from feed to feed must not fill it. */
    use: (addresses: readonly string[], storage: WatchOptions['storage']): void => {
      const now = clock()
      feed = addresses.join(' ')
      row = row && { ...firstState(now), due: now, bucket: row.bucket }
      store =
        storage === 'none'
          ? pageStore === null
            ? memoryStore()
            : noStore
          : storage === undefined
            ? (pageStore ?? memoryStore())
            : ownStore(storage)
      at = 0
      newest = NO_NEWEST
      trouble = null
      verdicts = []
      isLone = false
    },
    /** Begins anew by what is kept. */
    recall: async (): Promise<void> => {
      at = 0
      trouble = null
      const text = await withTimeout(timer, PATIENCE, (async () => store.read())(), () => undefined).catch(
        () => null,
      )
      takeText(text)
    },
    takeStored: (text: string): void => void takeText(text),
    newest: (): Newest => newest,
    isOfOthers: (): boolean => isOfOthers,
    isLone: (): boolean => isLone,
    /** Whether the last answer that anybody got was news. */
    hasNews: (): boolean => at > 0 && trouble === null,
    /** Keeps what an answer means for the pods that are watched here, elsewhere, or that are known at all. */
    keepNews: (
      askedAt: number,
      published: number,
      news: {
        readonly pods: readonly string[]
        readonly isPage: boolean
        readonly verdictOf: (pod: string) => Judgement
      },
    ): void => {
      at = askedAt
      newest = { published, at: askedAt }
      trouble = null
      isOfOthers = false
      const others = news.isPage ? [...verdicts.map(({ pod }) => pod), ...kustomer.pods.keys()] : []
      verdicts = [...new Set([...news.pods, ...others])].map(news.verdictOf)
      watched = news.pods.length
      saveQuietly()
    },
    keepTrouble: (reason: Reason): void => {
      trouble = reason
      saveQuietly()
    },
  }
}
