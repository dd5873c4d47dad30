import type { LastAnswer } from '../domain/judgementOf.ts'
import { type News, readNews } from '../domain/news.ts'
import { type Values, VENDOR_PAGE } from './keys.ts'

/** The last body that was read, since it is looked at far more often than it changes. */
let last: { readonly body: string; readonly news: News | null } | null = null

const newsIn = (body: string): News | null => {
  if (last?.body !== body) {
    const read = readNews(body)
    last = { body, news: read.ok ? read.value : null }
  }
  return last.news
}

/** What is held of the feed that the settings name; what another feed said is not held against it. */
export const lastAnswerIn = ({
  settings,
  poll,
  news,
}: Pick<Values, 'settings' | 'poll' | 'news'>): LastAnswer => {
  const feed = settings.feed ?? VENDOR_PAGE
  const isOurs = poll.feed === feed && news?.feed === feed
  return {
    news: isOurs ? newsIn(news.body) : null,
    at: isOurs ? (poll.heard?.at ?? null) : null,
    trouble: poll.feed === feed ? (poll.trouble?.reason ?? null) : null,
  }
}
