/** Longer runs without a full stop are cut, so that no pattern ever works on more than this. */
const LONGEST = 1200

const ADDRESS = /@[a-z0-9-]+(?:\.[a-z0-9-]+)*|(?:https?:\/\/|www\.)[\w./?=&%#-]*[\w/]/gi
/** A full stop, a line's end, or a new start that the vendor's templates forgot to part from what came before. */
const BREAK =
  /[.!?](?=\s)|\n+|\s(?=(?:Our team|Our engineers|We|We're|We've|Please|Further updates|Additional updates|The|This|They|It|If) )/

const cut = (text: string): string[] => {
  if (text.length <= LONGEST) return [text]
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += LONGEST) pieces.push(text.slice(at, at + LONGEST))
  return pieces
}

/** A title is read as one sentence, unless it is longer than any. */
export const sentencesOfTitle = cut

export const sentencesOf = (text: string): string[] => {
  const sentences: string[] = []
  const addressed = text.includes('@') || text.includes('://') || text.includes('www.')
  for (const piece of (addressed ? text.replace(ADDRESS, ' ') : text).split(BREAK)) {
    for (const part of cut(piece)) {
      const sentence = part.trim()
      if (sentence !== '') sentences.push(sentence)
    }
  }
  return sentences
}
