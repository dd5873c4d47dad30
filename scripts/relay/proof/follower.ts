import type { ClientRequest } from 'node:http'
import { listen } from './listen.ts'
import { POD, stateOf } from './page.ts'
import { wait } from './playing.ts'

/** A change as a client was told of it. */
export interface Told {
  readonly id: string
  readonly state: number | null
  /** All that it says, but for its age. */
  readonly content: string
}

/** A change as the relay says in its log that it published it. Times are the machine's. */
export interface Published {
  readonly number: number
  readonly at: number
}

/** A client that follows a relay over all its restarts. */
export interface Follower {
  /** Reads a line of the relay's log. */
  logged(line: string): void
  /** The relay is there, at this address. */
  read(url: string): void
  /** The relay is about to be gone. What is open stays open until it breaks. */
  lose(): void
  stop(): Promise<void>
  readonly told: readonly Told[]
  readonly published: readonly Published[]
  /** What was read besides went back, or failed while the relay was there. */
  readonly wrong: readonly string[]
  latest(): number
  /** The longest time that it listened without a break between two moments, all by the machine's clock. */
  listened(from: number, until: number): number
}

/** Before it opens another stream, and between two answers that it reads besides. */
const PAUSE = 15

const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>

const toldOf = (id: string, data: string): Told => {
  const { verdict } = parsed(data) as { verdict: { level: string; impacts: object[] } }
  return { id, state: stateOf(verdict), content: JSON.stringify({ ...verdict, asOf: null, badge: null }) }
}

export const startFollower = (): Follower => {
  const told: Told[] = []
  const published: Published[] = []
  const wrong: string[] = []
  const stretches: { readonly from: number; until: number }[] = []
  let url: string | null = null
  let stream: ClientRequest | null = null
  let isOver = false
  let read = 0
  let lastId: string | null = null

  const open = (at: string): void => {
    const stretch = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY }
    const query = lastId === null ? '' : `?last=${lastId}`
    stream = listen(`${at}/v1/kustomer/${POD}/events${query}`, {
      opened: (status) => {
        if (status === 200) stretches.push({ ...stretch, from: Date.now() })
        else stream?.destroy()
      },
      heard: ({ event, id, data }) => {
        if (event !== 'verdict' || id === null) return
        lastId = id
        told.push(toldOf(id, data))
      },
      ended: () => {
        const last = stretches.at(-1)
        if (last?.until === Number.POSITIVE_INFINITY) last.until = Date.now()
        stream = null
      },
    })
  }

  const readOnce = async (at: string): Promise<void> => {
    const response = await fetch(`${at}/v1/kustomer/${POD}.json`).catch(() => null)
    const body = await response?.json().catch(() => null)
    // One that is killed over an answer gives none.
    if (!response || !body || url !== at) return
    if (response.status !== 200) {
      // The very first who ask may come before there is anything to tell.
      if (told.length > 0) wrong.push(`${response.status} while it was there: ${JSON.stringify(body)}`)
      return
    }
    const state = stateOf((body as { verdict: { level: string; impacts: object[] } }).verdict) ?? read
    if (state < read) wrong.push(`state ${state} was read after ${read}`)
    read = Math.max(read, state)
  }

  const follow = async (): Promise<void> => {
    while (!isOver) {
      if (url !== null && stream === null) open(url)
      if (url !== null) await readOnce(url)
      await wait(PAUSE)
    }
  }
  const following = follow()

  return {
    told,
    published,
    wrong,
    logged(line) {
      if (!line.startsWith('{"event":"changed"')) return
      const { pod, number } = parsed(line)
      if (pod === POD) published.push({ number: Number(number), at: Date.now() })
    },
    read: (at) => {
      url = at
    },
    lose: () => {
      url = null
    },
    async stop() {
      isOver = true
      stream?.destroy()
      await following
    },
    latest: () => Math.max(0, ...told.map(({ state }) => state ?? 0)),
    listened: (from, until) =>
      Math.max(0, ...stretches.map((one) => Math.min(one.until, until) - Math.max(one.from, from))),
  }
}
