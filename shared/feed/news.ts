import { isRow } from '../model/guards.ts'
import { type Parsed, taken } from '../model/parsed.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { kustomer } from '../vendors/kustomer.ts'
import { readJson } from './body.ts'
import { type Relayed, readRelay } from './relay.ts'
import { readStatuspage } from './statusPage.ts'

/** What a feed's address answered: the page itself, or a relay that has judged it. */
export type News =
  | { readonly kind: 'page'; readonly snapshot: Snapshot }
  | { readonly kind: 'relay'; readonly relayed: Relayed }

const parse = (body: string): Parsed<News> => {
  const json = readJson(body)
  if (!json.ok) return json
  if (isRow(json.value) && json.value['podlight'] !== undefined) {
    const relayed = readRelay(json.value, kustomer)
    return relayed.ok ? taken({ kind: 'relay', relayed: relayed.value }) : relayed
  }
  const page = readStatuspage(json.value, kustomer)
  return page.ok ? taken({ kind: 'page', snapshot: page.value }) : page
}

/** The last body that was read, since it is looked at far more often than it changes. */
let last: { readonly body: string; readonly read: Parsed<News> } | null = null

/**
 * Reads a body, whether it came from the network or from storage: neither is trusted. The same body is read once: what
 * the poller heard is the same as what is then found in storage.
 */
export const readNews = (body: string): Parsed<News> => {
  if (last?.body !== body) last = { body, read: parse(body) }
  return last.read
}

/** When a document was published, by its own word. A relay watches over that itself. */
export const publishedAt = (news: News): number =>
  news.kind === 'page' ? (news.snapshot.updatedAt ?? Number.NaN) : Number.NaN
