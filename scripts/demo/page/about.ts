import type { Incident } from './incident.ts'

/** What the server of the demo says of itself. */
export interface About {
  readonly incidents: readonly Incident[]
  /** The id of the one to begin with. */
  readonly opening: string
  /** Where the played status page is; empty where the vendor's own is asked. */
  readonly feed: string
  /** Where the shop is. */
  readonly shop: string
  readonly isLive: boolean
}

export const about: About = await (await fetch('/demo/about.json')).json()
