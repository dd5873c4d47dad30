import { type News, readNews } from '../../shared/feed/news.ts'
import type { LastAnswer } from '../../shared/judge/judgementOf.ts'
import { type Values, VENDOR_PAGE } from './storedKeys.ts'

const newsIn = (body: string): News | null => {
  const read = readNews(body)
  return read.ok ? read.value : null
}

/** What the feed that the settings name said last; what another feed said is not held against it. */
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
