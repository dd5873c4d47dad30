import type { Judgement } from '../../shared/judge/verdict.ts'
import { handOver } from '../hand.ts'
import { optionOf } from '../loader/tag.ts'
import type { Call, News, Orders, Second, Third, Wish } from '../parts.ts'
import { quietly } from '../quietly.ts'
import { judged } from './judged.ts'
import { once } from './once.ts'
import { verdictOf } from './stored.ts'

/** The hashes of the parts that draw and that take orders, put in by the build. */
declare const THIRD: string
declare const ORDERS: string

/** News that is plainly nothing is stored as the loader itself would. Its time is stored beside it. */
const textOf = ({ asOf: _, ...verdict }: Judgement): string => {
  if (verdict.banner || verdict.impacts[0]) return encodeURIComponent(JSON.stringify(verdict))
  return verdict.level === 'ok' ? '1' : '2'
}

/** A chat that is due gets so long. */
const PATIENCE = 10_000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}

const second: Second = (...lent) => {
  const [tag, podOfPage, load, tell, toldNews, refresh, calls] = lent
  const pod = (): string => podOfPage() ?? ''
  const news = (): News => toldNews() ?? { pod: pod(), level: 'unknown' }
  let look: (() => void) | undefined
  let orders: ReturnType<Orders> | undefined
  const waiting: Call[] = []
  let isPodAsked = false

  const owners = (): Wish | null => orders?.wish() ?? null

  const loadThird = once(async () => {
    const third = await load<Third>(THIRD)
    look = third({ tag, load, news, owners })
  })
  /** The third part is loaded when there is something to draw, and told of every change from then on. */
  const draw = (): void => {
    if (look) look()
    else if (news().banner || owners()) loadThird().then(() => look?.())
  }

  const loadOrders = once(async () => {
    const make = await load<Orders>(ORDERS)
    orders = make({ tag, pod, news, refresh })
  })
  /** Calls wait until the part that takes them is there. */
  const order = (...added: Call[]): void => {
    waiting.push(...added)
    loadOrders().then(() => {
      if (orders) for (const call of waiting.splice(0)) orders.take(call)
      draw()
    })
  }

  addEventListener('podlight:change', draw)
  const queued = Array.isArray(calls) ? (calls as readonly Call[]) : []
  const isOrdered = queued[0] || !/^(auto)?$/.test(optionOf(tag, 'mode')) || optionOf(tag, 'preview')
  if (isOrdered) order(...queued)

  return quietly('', (what: unknown, at = 0, podOfSite = '') => {
    if (!orders && (isOrdered || waiting[0])) order()
    if (typeof what === 'string') {
      const verdict = verdictOf(parsed(what), pod(), new Date(at).toISOString())
      if (verdict) tell(verdict, what)
      draw()
      return verdict ? what : ''
    }
    if (at) {
      if (!podOfSite && !isPodAsked)
        setTimeout(() => {
          // A chat that came late brought it along.
          if (!pod()) console.warn('[podlight] No pod is known: set data-pod, such as prod1.')
        }, PATIENCE)
      isPodAsked ||= !podOfSite
      const verdict = judged(what, podOfSite, at)
      if (verdict) return textOf(verdict)
    } else order(what as Call)
    return ''
  })
}

handOver(second)
