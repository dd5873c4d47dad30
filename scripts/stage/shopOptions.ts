import type { Laid } from './served.ts'

/** Where everything is; known only when the servers run, so what depends on it may be a function of it. */
export interface Places {
  readonly shop: string
  /** Where our own script is, as from a content network. */
  readonly cdn: string
  /** Where the chat's vendor would be. */
  readonly chat: string
}

export type Placed<T> = T | ((places: Places) => T)

/** What a chat's stand-in does differently; scripts/stage/chats/README.md says what each is. */
export type Variant =
  | 'plain'
  | 'cross-origin'
  | 'no-root'
  | 'other-id'
  | 'other-title'
  | 'fills'
  | 'never'
  | 'slow'
  | 'headless'
  | 'legacy'
  | 'cards'
  | 'other-shape'
  | 'no-events'

export interface ShopOptions {
  readonly chat?: 'kustomer' | 'chatwoot' | 'none'
  readonly variant?: Variant
  /** Seconds until the chat is there. */
  readonly delay?: number
  /** What the chat's key says; null: a key is there, and says nothing that can be read. */
  readonly claims?: object | null
  /** Options of the chat's start. */
  readonly start?: object
  /** The chat comes only when the page calls `shop.addChat()`, as after consent. */
  readonly isLate?: boolean
  /** Attributes of our own tag, or all of its markup; null: there is none. */
  readonly tag?: Placed<Readonly<Record<string, string>> | string | null>
  /** Comes before our tag. */
  readonly headMarkup?: Placed<string>
  readonly bodyMarkup?: Placed<string>
  readonly csp?: Placed<string | null>
  /** For every script of the page's markup. */
  readonly nonce?: string
  /** The header Permissions-Policy. */
  readonly permissions?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  /** The content of the viewport meta; null: none. */
  readonly viewport?: string | null
  /** A page with nothing but a heading, where layout would only be in the way. */
  readonly isBare?: boolean
  /** More files of the shop's, by path. */
  readonly files?: Readonly<Record<string, Laid>>
  /** Files beside those of dist/widget, or instead of them, by path: `/podlight/podlight.js`. */
  readonly cdnFiles?: Readonly<Record<string, Laid>>
}

export const placed = <T>(value: Placed<T>, places: Places): T =>
  typeof value === 'function' ? (value as (places: Places) => T)(places) : value
