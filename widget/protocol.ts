import type { Effect, Judgement } from '../shared/model/verdict.ts'
import type { Scene } from '../shared/text/scene.ts'

/** What is known of the pod. While nothing is wrong it is bare: pod and level. */
export type News = Pick<Judgement, 'level'> &
  Partial<Omit<Judgement, 'pod'>> & { readonly pod: string | undefined }

/** Loads a later part by its hash, and gives what it hands over. Fails where it cannot be had. */
export type Load = <T>(hash: string) => Promise<T>

/** A call of the page API: its name and what follows. */
export type Call = readonly unknown[]

/** What the judgement is asked: see `JudgementPart`. */
export type Judging = (what: unknown, at?: number, pod?: string) => string

/** What the loader lends. Positions and not names, as names would be sent to every visitor. */
export type LoaderContext = readonly [
  /** Our script element, which carries the options. */
  tag: HTMLScriptElement,
  /** The pod this page uses; empty where none is known. Asked anew each time, as chats are often added late. */
  pod: () => string | undefined,
  load: Load,
  /** Makes this the news; the page is told where the key differs from before. */
  tell: (news: News, key?: string) => void,
  news: () => News | undefined,
  /** Asks for news as soon as that is allowed. */
  refresh: () => void,
  /** Calls of the page API made before we came. */
  calls: readonly Call[] | undefined,
]

/**
 * The judgement. It takes over where the loader cannot say that all is well, and is asked in three ways:
 * - a document, and when it was asked for: gives what it means as a text to be stored, without commas. '1' where
 *   all is well, '2' where nothing is wrong but nothing proves health, else a verdict;
 * - such a text, and the same time: this is the news, whichever tab it comes from. Gives the text where it was told,
 *   else nothing;
 * - a call of the page API.
 */
export type JudgementPart = (...lent: LoaderContext) => Judging

/** What a banner is for: the vendor's trouble, the owner's own word, or only to show how it would look. */
export type Kind = 'news' | 'own' | 'example'

/** What is to be shown, where the chat is. */
export interface BannerRequest {
  readonly kind: Kind
  readonly scene: Scene
  /** Tells one trouble from another, for dismissals: `incident subject`. */
  readonly trouble: string
  readonly effect: Effect
  readonly since: string | null
  /** When the owner's word ends; null where it has no end. */
  readonly until: number | null
  /** When the news was asked for. */
  readonly at: number
}

/** What the judgement lends the view. */
export interface ViewContext {
  readonly tag: HTMLScriptElement
  readonly load: Load
  readonly news: () => News
  /** What the owner wants shown whatever the news is. */
  ownersRequest(): BannerRequest | null
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

/** What the banner tells the page, as events of our own script element. */
export type BannerEvent = 'show' | 'dismiss'

/** Whether `destroy` was called, or never anything begun. */
export const isEnded = (): boolean => (window as { podlight?: { end?: number } }).podlight?.end !== 0
