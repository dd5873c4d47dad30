import { isCapability } from '../model/capabilities.ts'
import type { AgentWords } from './keys.ts'
import type { Place } from './localeAndTime.ts'
import { memo } from './memo.ts'
import { plural } from './plural.ts'
import { quote } from './quote.ts'

/** The name of a capability, or its plain id where another vendor or a newer version knows more than we do. */
export const capabilityName = (id: string, words: AgentWords): string =>
  isCapability(id) ? words.capabilities[id] : quote(id, 40)

const lists = memo((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** More names than this make no sentence. */
const MOST = 4

/** Capabilities in a row: "chat, email, and voice calls". */
export const capabilityList = (ids: readonly string[], words: AgentWords, place: Place): string => {
  const names = [...new Set(ids)].map((id) => capabilityName(id, words)).filter((name) => name !== '')
  // One name too many is shown all the same: "and 1 more" is no shorter than the name it hides.
  const left = names.length > MOST + 1 ? names.length - MOST : 0
  const row = left > 0 ? [...names.slice(0, MOST), plural(words.more, left, place)] : names
  if (row.length === 0) return words.capabilities.platform
  return lists(place.locale).format(row)
}
