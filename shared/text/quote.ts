/** Longer quotations from the vendor are cut: they explain a sentence and are not to drown it. */
const LONGEST = 160

/** Control characters, halves of characters, byte-order and direction marks, and tags nobody sees. */
export const UNSEEN =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/**
 * Text of others, fit to stand within our sentence: on one line, with nothing in it that hides or turns round
 * what follows, and cut at a whole character. Joiners stay, since scripts and emoji need them.
 */
export const quote = (text: string, longest = LONGEST): string => {
  // No more is looked at than could be shown, so that a megabyte costs as little as a line.
  const seen = text
    .trimStart()
    .slice(0, longest * 8)
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .trim()
  const characters = [...seen]
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : seen
}
