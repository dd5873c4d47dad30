import { summaryAt } from '../../../scripts/replay/documents.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { SECOND } from '../polling/world.ts'
import type { Machine } from './machine.ts'
import type { Stream } from './machinePlan.ts'
import { type Reply, reply } from './page.ts'

const BEAT = 15 * SECOND
const PODS = ['prod1', 'prod2', 'prod4']

export const RELAY = 'https://relay.test/v1/kustomer'

const judge = createJudge(kustomer, promiseOf)

/**
 * A relay in a machine's world that asks a played page every 15 s, judges it, and tells of changes where it offers
 * events. Everything it says can be bent.
 */
export const playedRelay = (m: Machine, playing: readonly Recording[]) => {
  const box = {
    offers: true,
    /** Since when it stands still, or a cache before it does. */
    frozenAt: null as number | null,
    /** Headers in place of its own. */
    headers: {} as Readonly<Record<string, string>>,
    /** What each answer and each message says, in place of its own. */
    lie: {} as Readonly<Record<string, unknown>>,
    beats: true,
    /** No stream is told anything. */
    isSilent: false,
    /** Streams end as soon as they are opened. */
    isFull: false,
  }
  const told = new WeakMap<Stream, string>()

  const now = (): number => box.frozenAt ?? m.at.clock()
  /** When it asked last. */
  const fetched = (): number => now() - (now() % BEAT)
  const document = () => summaryAt(playing, fetched())
  const verdicts = (names: readonly string[]) => {
    const snapshot = readStatuspage(document(), kustomer)
    if (!snapshot.ok) throw new Error(snapshot.detail)
    return names.map((pod) => judge(snapshot.value, pod, { now: now(), fetchedAt: fetched() }))
  }
  const age = (): number => Math.floor((now() - fetched()) / SECOND)
  const head = () => ({ podlight: 1, vendor: kustomer.id, page: kustomer.page.id, age: age() })

  /** The name of what is asked for: a pod, `pods` or `summary`. */
  const nameOf = (url: string): string =>
    /([^/]+?)(?:\.json|\/events)?$/.exec(new URL(url).pathname)?.[1] ?? ''

  const bodyOf = (name: string): string => {
    if (name === 'summary') return JSON.stringify(document())
    const said = name === 'pods' ? { verdicts: verdicts(PODS) } : { verdict: verdicts([name])[0] }
    return JSON.stringify({ ...head(), ...said, ...box.lie })
  }
  const idOf = (name: string): string => {
    const { incidents } = document()
    const text = name === 'summary' ? incidents.map(({ updated_at }) => updated_at) : verdicts(PODS)
    const hash = [...JSON.stringify(text).replaceAll(/"asOf":"[^"]+"/g, '')].reduce(
      (sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
      0,
    )
    return `s${hash >>> 0}`
  }

  m.box.server = (url): Reply =>
    reply(200, bodyOf(nameOf(url)), {
      'podlight-age': String(age()),
      'podlight-fetched': new Date(fetched()).toISOString(),
      'podlight-id': idOf(nameOf(url)),
      ...(box.offers ? { 'podlight-events': '15' } : {}),
      ...box.headers,
    })

  /** Tells a stream what is new to it, or that nothing is. */
  const say = (stream: Stream): void => {
    const name = nameOf(stream.address)
    const id = idOf(name)
    const data = JSON.stringify({ ...head(), ...box.lie })
    if (told.get(stream) === id) {
      if (box.beats) stream.message('beat', id, data)
      return
    }
    told.set(stream, id)
    stream.message(name === 'summary' ? 'changed' : 'verdict', id, name === 'summary' ? data : bodyOf(name))
  }

  const known = new WeakSet<Stream>()
  /** A new stream hears the state at once, or a beat where it knows that already. */
  const meet = (): void => {
    for (const stream of m.streams()) {
      if (known.has(stream)) continue
      known.add(stream)
      if (box.isFull) {
        stream.end()
        continue
      }
      const last = new URL(stream.address).searchParams.get('last')
      if (last !== null) told.set(stream, last)
      say(stream)
    }
  }
  const tick = (): void => {
    m.at.after(SECOND / 2, tick)
    if (box.isSilent) return
    meet()
    // Just after it asked the page.
    if (m.at.now() % BEAT === SECOND / 2) for (const stream of m.streams()) if (known.has(stream)) say(stream)
  }
  m.at.after(SECOND / 2, tick)

  /** Ends every stream. */
  const hangUp = (): void => {
    for (const { end } of m.streams()) end()
  }
  return { box, bodyOf, hangUp }
}
