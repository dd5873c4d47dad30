import { STALE } from '../../shared/model/limits.ts'
import { CAPACITY, PRICE } from '../../shared/polling/bucket.ts'
import { BEAT, HELD, WELL } from '../../shared/polling/waits.ts'
import { FRAME } from '../chatFrame.ts'
import {
  type BannerRequest,
  type Call,
  type EventsPart,
  type EvidencePart,
  isOff,
  type JudgementPart,
  type Judging,
  type Load,
  type News,
  type SiteState,
  type ViewPart,
} from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { abandon, askFeed } from './askFeed.ts'
import { findingOf } from './findingOf.ts'
import { loadPart } from './loadPart.ts'
import { option, tag } from './ownScript.ts'
import { fileOf } from './partName.ts'
import { podOfPage } from './podOfPage.ts'
import { relayed } from './relayed.ts'
import { KEY, keep, recall } from './siteState.ts'

// All that is sent to a visitor while all is well, so it does little: it asks when that is due, hears what other pages
// of the site heard, and loads what is needed. Between that it sleeps.

/** The hashes of the parts, put in by the build. */
declare const JUDGEMENT_HASH: string
declare const VIEW_HASH: string
declare const EVENTS_HASH: string
declare const EVIDENCE_HASH: string

interface Global {
  (...call: Call): void
  /** Calls made before we came. */
  q?: unknown
  /** 0 while a loader is at work; `destroy` makes it 1. */
  end?: number
}

/** Before looking again where something is due and could not be asked: another page of the site may be at it. */
const BREATH = 1000

const old = (window as { podlight?: Global }).podlight

/** Calls that wait for the judgement, first of all those made before we came. */
const calls: Call[] = Array.isArray(old?.q) ? old.q : []
/** Somebody called, or wants something shown: by the mode, or by the page's address. */
let needsJudgement: unknown = old

let news: News | undefined
/** What the page was told last, as a text, to tell it of changes alone. */
let told: string | undefined
let judging: Judging | undefined
/** The view's look at what there is to draw. */
let redraw: (() => void) | undefined
/** The address of a relay that offers events to an owner who wants them. */
let feedOfEvents = ''
let hear: ((feed: string) => void) | undefined
/** Looks whether the chat's own requests are refused, and gives what the visitor is to be told of it. */
let notice: (() => BannerRequest | null) | undefined
/** Somebody wants news now: the page returned, the browser is online again, or a call. */
let isUrgent = false
/** This page asked and could not say so to the others of the site: such a page asks once. */
let isLone = false
/** This page was left while it asked. */
let wasLeft = false

const newsNow = (): News => news ?? { pod: podOfPage(), level: 'unknown' }

const tell = (next: News): void => {
  const text = JSON.stringify({ ...next, asOf: undefined })
  news = next
  if (text === told) return
  told = text
  dispatchEvent(new CustomEvent('podlight:change', { detail: next }))
}

let isTold = false
/** Loads a part. Owners are told of their mistakes by the parts; where one of these is missing, nobody else does it. */
const load: Load = (hash) => {
  const part = loadPart<never>(hash)
  part.catch(
    quietly(undefined, () => {
      if (needsJudgement && !isTold)
        console.warn(
          `[podlight] ${fileOf(hash)} can’t be loaded: missing, of another build, blocked by a policy, or without Access-Control-Allow-Origin.`,
        )
      isTold = true
    }),
  )
  return part
}

/** Puts a part to use; gives nothing where it cannot be had. */
const use = <P, T>(hash: string, start: (part: P) => T): Promise<T | undefined> =>
  load<P>(hash)
    .then(start)
    .catch(() => undefined)

/** The owner wants to know, or visitors to be told, when the chat's own requests are refused. */
const wantsEvidence = (): boolean => /^(event|contact)$/i.test(option('evidence'))

const ownersRequest = () => judging?.request() ?? null
const noticed = () => notice?.() ?? null

/** Parts are loaded when there is something to draw, events are offered, or a visitor who may be watched over turns to the chat. */
const draw = (): void => {
  const isNoticed = noticed()
  if (redraw || news?.banner || ownersRequest() || isNoticed)
    use<ViewPart, void>(VIEW_HASH, (part) => {
      redraw ??= part({ tag, load, news: newsNow, ownersRequest, noticed })
      redraw()
    })
  if (hear || feedOfEvents)
    use<EventsPart, void>(EVENTS_HASH, (part) => {
      hear ??= part({ alone, state, keep, read: relayed, rouse })
      hear(feedOfEvents)
    })
  if (!notice && wantsEvidence() && !isOff() && document.activeElement?.matches(FRAME))
    use<EvidencePart, void>(EVIDENCE_HASH, (part) => {
      notice ??= part({ tag, draw })
      notice()
    })
}

/** The judgement; none where it cannot be had. */
const loadJudgement = (): Promise<Judging | undefined> =>
  use<JudgementPart, Judging>(JUDGEMENT_HASH, (part) => {
    judging ??= part({ tag, calls, pod: podOfPage, load, news: newsNow, draw, refresh })
    return judging
  })

/** What a document means by the judgement. Where that cannot be had, what was known before is true no more. */
const judge = async (document: unknown, pod: string | undefined, at: number): Promise<unknown> => {
  const judgement = await loadJudgement()
  return judgement ? judgement.judge(document, pod, at) : { level: 'unknown' }
}

const offer = (address: string): void => {
  feedOfEvents = !isLone && /^on$/i.test(option('events')) ? address : ''
}

const state = (): SiteState => recall(podOfPage(), Date.now())

/** When the next request may be sent: when it is due, and the bucket has one. */
const dueAt = ({ due, spent }: SiteState): number => Math.max(due, spent - (CAPACITY - 1) * PRICE)

/** Asks if a request is due, or wanted and allowed. */
const askIfDue = async (): Promise<void> => {
  const now = Date.now()
  const state = recall(podOfPage(), now)
  const { failures, spent, heldUntil } = state
  // What was heard may have been old already, so it counts when somebody asked.
  const isWanted = isUrgent && now >= heldUntil && (failures || wasLeft || now - spent > WELL - PRICE)
  const due = dueAt(isWanted ? { ...state, due: 0 } : state)
  isUrgent = false
  // It may have been hidden since it woke.
  if (now < due || document.hidden) return
  // Before the request: a page that is left now must not forget that it asked.
  const asking = { ...state, spent: Math.max(spent, now) + PRICE, due: now + WELL }
  const isShared = keep(asking)
  if (isLone && !isShared) return
  isLone = !isShared
  const answered = await askFeed(asking, { isLone, judge, offer })
  // The page was left meanwhile: on return it may ask anew.
  wasLeft = !answered
  if (answered) keep(answered)
  else isLone = false
}

/** Tells what is known now; that nothing is, once it was asked for. */
const show = async (wasAsked: boolean): Promise<void> => {
  const now = Date.now()
  const page = podOfPage()
  const { pod, at, finding } = recall(page, now)
  if (!at && !wasAsked) return
  // What is as old as that is no news any more.
  const found = now - at < STALE && !isOff() ? findingOf(finding) : null
  if (!found?.impacts) tell({ pod, level: found?.level ?? 'unknown' })
  // A page that does not know its pod has no trouble of the pod of the page before it.
  else if (pod !== page) tell({ pod, level: 'unknown' })
  else tell({ pod: pod ?? '', asOf: new Date(at).toISOString(), ...found })
  draw()
}

/** Runs work while no other page of the site is asking. */
const alone = async (work: () => unknown): Promise<unknown> => {
  try {
    return await navigator.locks.request('podlight', { ifAvailable: true }, (lock) => lock && work())
  } catch {
    // No locks to be had, as on plain http or where storage is blocked: then the stored time alone decides.
    return work()
  }
}

/** What the page before heard is shown while this one asks. Whatever the page has broken, it must not hear of it. */
const look = async (): Promise<void> => {
  // At each look, as it may not have been there at the one before.
  if (needsJudgement && !isOff()) loadJudgement().then((part) => part?.resume())
  await Promise.allSettled([isOff() || alone(askIfDue), show(false)])
  await Promise.allSettled([show(true)])
}

let timer: ReturnType<typeof setTimeout> | undefined
let isAwake = false
/** Something happened that may be news: one more look. */
let isCalled = false
let looks = 0
/** A page's timers may call at once, and its events come in thousands: no more looks than there were milliseconds. */
const mayLook = (): boolean => api.end === 0 && !document.hidden && looks < performance.now()

/** Sleeps until something is due. */
const sleep = (): void => {
  const now = Date.now()
  const state = recall(podOfPage(), now)
  const stale = state.at + STALE
  const next = Math.min(isLone ? Infinity : dueAt(state), now < stale ? stale : Infinity)
  // Where the owner wants none of us, a page that turns into another one is looked at now and then.
  const wait = isCalled ? 0 : isOff() ? WELL : Math.max(BREATH, next - now)
  // Nothing may be due any more; and to a browser, for ever is at once.
  if (wait <= HELD && mayLook()) timer = setTimeout(wake, Math.min(BEAT, wait))
}

const wake = async (): Promise<void> => {
  isCalled = false
  isAwake = true
  if (mayLook()) {
    looks++
    await look()
  }
  isAwake = false
  quietly(undefined, sleep)()
}

/** Wakes in a turn of its own: a lock that Firefox is asked for while it brings a page back is never given. */
const rouse = (): void => {
  isCalled = true
  if (isAwake) return
  clearTimeout(timer)
  timer = setTimeout(wake, 0)
}

const refresh = (): void => {
  isUrgent = true
  // A request under way would keep a page that is left out of the back-forward cache.
  if (document.hidden) abandon()
  else rouse()
}

const api: Global = (...call) => {
  needsJudgement = true
  if (judging) judging.call(call)
  else {
    calls.push(call)
    loadJudgement()
  }
}

try {
  if (!/^off$/i.test(option('mode')) && old?.end !== 0 && !isOff()) {
    ;(window as { podlight?: Global }).podlight = api
    api.end = 0
    needsJudgement ||=
      !/^(auto)?$/i.test(option('mode')) ||
      location.search.includes('podlight-preview') ||
      // An address that nobody can be asked at: the owner is told so.
      /(?:^|\s)(?!https?:)[a-z]+:/i.test(option('feed'))
    addEventListener('visibilitychange', refresh)
    addEventListener('online', refresh)
    // Whoever opens the chat, or writes in it, leaves the page for its frame.
    if (wantsEvidence()) addEventListener('blur', rouse)
    // Out of the back-forward cache, which not every browser calls a change of sight.
    addEventListener('pageshow', ({ persisted }) => persisted && refresh())
    // Another page of the site has news, or everything was thrown away.
    addEventListener('storage', ({ key }) => (key ?? KEY) === KEY && rouse())
    // A chat that comes late brings the pod along. Loads do not bubble, but can be heard on their way down.
    document.addEventListener(
      'load',
      ({ target }) => target !== tag && (target as Element).localName === 'script' && rouse(),
      true,
    )
    wake()
  }
} catch {
  // A page that broke what is needed to read our own address.
}
