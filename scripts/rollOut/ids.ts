/** By what the browsers know Podlight, and where they get it. */
export interface Ids {
  readonly chrome: string
  readonly edge: string
  readonly firefox: string
  /** Where a company serves the packages itself; null for the stores. */
  readonly host: { readonly url: string; readonly version: string } | null
}

/** What stands in the files until somebody knows the ids that the stores gave. */
export const CHROME_ID = 'CHROME_ID'
export const EDGE_ID = 'EDGE_ID'
/** As in wxt.config.ts. */
export const FIREFOX_ID = 'podlight@podlight'

export const STORE_IDS: Ids = { chrome: CHROME_ID, edge: EDGE_ID, firefox: FIREFOX_ID, host: null }
