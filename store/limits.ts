// What each store takes, as of November 2026. Where no document says it, the comment says where it is from.

/** The least and the most characters of a text. */
export type Span = readonly [number, number]

export interface Size {
  readonly width: number
  readonly height: number
}

export interface StoreLimits {
  readonly name: Span
  /** The manifest's description: all of them show it, and Chrome refuses a longer one. */
  readonly summary: Span
  readonly description: Span
  readonly testing: Span
  readonly screenshots: { readonly count: Span; readonly sizes: readonly Size[] }
}

/** Chrome and Firefox refuse a longer one in the manifest, and Edge takes Chrome's package. */
const SUMMARY: Span = [1, 132]
const LARGE: Size = { width: 1280, height: 800 }

/** Chrome Web Store: "Supplying images", "Complete your listing information", "Fill out the privacy fields". */
export const CHROME = {
  name: [1, 75],
  summary: SUMMARY,
  description: [1, 16_000],
  // The dashboard's own counter beside the field; no document tells it.
  testing: [1, 500],
  screenshots: { count: [1, 5], sizes: [LARGE, { width: 640, height: 400 }] },
} as const satisfies StoreLimits

/** Microsoft Edge Add-ons: "Publish a Microsoft Edge extension" of April 2026. */
export const EDGE = {
  // By MDN's page on the manifest's name; Microsoft's says nothing of it.
  name: [1, 45],
  summary: SUMMARY,
  description: [250, 10_000],
  // By those who submitted some; Microsoft's page says nothing of it.
  testing: [1, 2_000],
  screenshots: { count: [0, 6], sizes: [LARGE, { width: 640, height: 480 }] },
} as const satisfies StoreLimits

/** addons.mozilla.org: "Create an appealing listing", MDN on the name, and the store's own sources for the rest. */
export const FIREFOX = {
  name: [1, 50],
  // The store takes 250, the manifest no more than this.
  summary: SUMMARY,
  description: [0, 15_000],
  testing: [1, 3_000],
  // "There isn't a practical limit." The size is the recommended one.
  screenshots: { count: [1, 10], sizes: [LARGE] },
} as const satisfies StoreLimits

/** addons.mozilla.org: what is new in a version, as for its notes to reviewers. */
export const VERSION_NOTES: Span = [1, 3_000]

/** Chrome and Edge, whose pages for privacy are alike: the counters beside the fields; no document tells them. */
export const PRIVACY_FIELD: Span = [1, 1_000]

/** Edge's search terms, which nobody sees. */
export const SEARCH_TERMS = { count: [0, 7], each: [1, 30], words: 21 } as const

/** Chrome's spam policy names this as too often for one keyword. */
export const MOST_REPEATED = 5
