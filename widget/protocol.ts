import type { Effect, Judgement } from '../shared/model/verdict.ts'
import type { Scene } from '../shared/text/scene.ts'

/** What carries options: our script tag, with its address, or whatever else stands in for it. */
export interface OptionSource {
  readonly src: string
  /** What owners write before an option's name, where that is not `data-`. */
  readonly optionPrefix?: string
  getAttribute(name: string): string | null
}

/** What is known of the pod. While nothing is wrong it is bare: pod and level. */
export type News = Pick<Judgement, 'level'> &
  Partial<Omit<Judgement, 'pod'>> & { readonly pod: string | undefined }

/** A verdict as the pages of a site share it: its pod and its time stand beside it. Bare where nothing is wrong. */
export type Finding = Omit<News, 'pod' | 'asOf'>

/** What the pages of a site share. Times are epoch milliseconds. */
export interface SiteState {
  readonly version: number
  /** Up to when the bucket of requests is spent: a request moves it on by its price. */
  readonly spent: number
  /** When the next request is due. */
  readonly due: number
  /** Until when the server asked for silence. */
  readonly heldUntil: number
  /** Requests in a row that failed. */
  readonly failures: number
  /** The pod of the pages, where it is known. */
  readonly pod: string | undefined
  /** When the document behind the finding was fetched, by our own clock; 0 where there is none. */
  readonly at: number
  /** When the page itself last changed, as far as documents told. */
  readonly published: number
  /** When a relay fetched what it told last, by its own clock. */
  readonly asOf?: number
  /** By how much our clock was ahead of the relay's then, as far as can be told. */
  readonly ahead?: number
  readonly finding: Finding
}

/** What a relay sends. It is not trusted to. */
export interface RelayAnswer {
  readonly podlight: unknown
  readonly vendor: unknown
  readonly page: unknown
  /** In seconds, since clients' clocks are not to be trusted. */
  readonly age: unknown
  /** That of one pod; `verdicts` are those of all. */
  readonly verdict?: { readonly pod?: unknown; readonly asOf?: unknown } | null | undefined
  readonly verdicts?: unknown
}

/** Loads a later part by its hash, and gives what it hands over. Fails where it cannot be had. */
export type Load = <T>(hash: string) => Promise<T>

/** A call of the page API: its name and what follows. */
export type Call = readonly unknown[]

/** What the loader lends the judgement. */
export interface LoaderContext {
  /** Our script element, which carries the options. */
  readonly tag: HTMLScriptElement
  /** Calls of the page API that were made before. */
  readonly calls: readonly Call[]
  /** The pod this page uses; none where it is not known. Asked anew each time, as chats are often added late. */
  pod(): string | undefined
  load: Load
  news(): News
  /** What the owner wants shown may have changed. */
  draw(): void
  /** Asks for news as soon as that is allowed. */
  refresh(): void
}

/** What the judgement does for the loader. It takes over where the loader cannot say that all is well. */
export interface Judging {
  /** The verdict on a document of the status page for a pod, as of the time it was asked for; null where there is none. */
  judge(document: unknown, pod: string | undefined, at: number): Judgement | null
  /** What the owner wants shown whatever the news is. */
  request(): BannerRequest | null
  /** Takes a call of the page API. */
  call(call: Call): void
  /** Tries again to load what could not be had. */
  resume(): void
}

export type JudgementPart = (context: LoaderContext) => Judging

/**
 * What a banner is for: the vendor's trouble, the owner's own word, only to show how it would look, or that this
 * visitor's own messages were refused.
 */
export type Kind = 'news' | 'own' | 'example' | 'evidence'

/** What is to be shown, where the chat is. */
export interface BannerRequest {
  readonly kind: Kind
  /** `sending` is of evidence alone, and nothing that owners can ask for. */
  readonly scene: Scene | 'sending'
  /** Tells one trouble from another, for dismissals: `incident subject`. */
  readonly trouble: string
  readonly effect: Effect
  readonly since: string | null
  /** When the owner's word, or evidence, ends; null where it has no end. */
  readonly until: number | null
  /** When the news was asked for, or what was refused last. */
  readonly at: number
}

/** What there may be to show. */
export interface RequestContext {
  readonly tag: OptionSource
  readonly news: () => News
  /** What the owner wants shown whatever the news is. */
  ownersRequest(): BannerRequest | null
}

/** What the loader lends the view. */
export interface ViewContext extends RequestContext {
  readonly tag: HTMLScriptElement
  readonly load: Load
  /** What this visitor is to be told of their own messages. It gives way to everything else. */
  noticed(): BannerRequest | null
}

/** The view draws. What it gives is to be called whenever the request may have changed. */
export type ViewPart = (stage: ViewContext) => () => void

/** What pages ask for: by calls of the API, by the tag's mode, by the page's address. Loaded where somebody does. */
export type ApiPart = (lent: {
  readonly tag: HTMLScriptElement
  pod(): string
  news(): News
  refresh(): void
}) => {
  take(call: Call): void
  /** What the owner wants shown whatever the news is. */
  request(): BannerRequest | null
}

/** What the loader lends the part that hears events. */
export interface EventsContext {
  /** Runs work while no other page of the site is asking; not at all where one is. */
  alone(work: () => unknown): Promise<unknown>
  state(): SiteState
  /** Keeps a state, and gives whether the other pages of the site can know of it. */
  keep(state: SiteState): boolean
  /** The state after what a relay said at a time; null where that cannot be believed. Seconds are in age and cached. */
  read(
    answer: RelayAnswer,
    state: SiteState,
    now: number,
    age?: unknown,
    cached?: number,
    isBeat?: boolean,
  ): SiteState | null
  /** Looks at what is known now. */
  rouse(): void
}

/** Holds a stream of a relay's events. What it gives is called at each look, with the feed's address; none ends it. */
export type EventsPart = (lent: EventsContext) => (feed: string) => void

/**
 * Watches whether the chat's own requests are refused. What it gives is called at each look, and gives what the visitor
 * is to be told; `draw` is called when that may have changed. The page hears of it by `podlight:evidence` of the tag.
 */
export type EvidencePart = (lent: {
  readonly tag: HTMLScriptElement
  draw(): void
}) => () => BannerRequest | null

/** What the banner tells the page, as events of our own script element. */
export type BannerEvent = 'show' | 'dismiss'

/** Whether the owner wants nothing of ours on this page. Asked anew each time, as pages turn into others. */
export const isOff = (): boolean => document.querySelector('meta[name=podlight][content=off]') !== null

/** Whether `destroy` was called, or never anything begun. */
export const isEnded = (): boolean => (window as { podlight?: { end?: number } }).podlight?.end !== 0
