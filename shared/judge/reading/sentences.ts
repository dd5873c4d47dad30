/** Longer runs without a full stop are cut, so that no pattern ever works on more than this. */
const LONGEST = 1200
/** A line of a list has no more words than this. */
const ITEM = 9

const ADDRESS = /@[a-z0-9-]+(?:\.[a-z0-9-]+)*|(?:https?:\/\/|www\.)[\w./?=&%#-]*[\w/]/gi
/** A full stop, a line's end, or a new start that the vendor's templates forgot to part from what came before. */
const BREAK =
  /[.!?](?=\s)|\n+|\s(?=(?:Our team|Our engineers|We|We're|We've|Please|Further updates|Additional updates|The|This|They|It|If) )/

/** A question claims nothing. */
const QUESTION = /(?:^|[.!?]\s+|\n)[^.!?\n]{1,200}\?(?=\s|$)/g

const cut = (text: string): string[] => {
  if (text.length <= LONGEST) return [text]
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += LONGEST) pieces.push(text.slice(at, at + LONGEST))
  return pieces
}

const isHeading = (line: string): boolean => /[:?]$/.test(line) && line.length < 100

const isItem = (line: string): boolean =>
  line.length < 90 && !/[.!?:]$|[:–—] | - | (?:is|are|was|were) /.test(line) && line.split(' ').length <= ITEM

/** A heading says of every line below it what it says: "Not affected:" and then one thing a line. */
const withLists = (text: string): string => {
  if (!/[:?][^\S\n]*\n/.test(text)) return text
  const lines: string[] = []
  let heading = false
  let items = 0
  for (const line of text.split('\n').map((one) => one.trim().replace(/^\d{1,2}[.)] /, ''))) {
    if (line === '') continue
    if (heading && isItem(line)) {
      lines.push(`${lines.pop() ?? ''}${items++ > 0 ? ',' : ''} ${line}`)
      continue
    }
    heading = isHeading(line)
    items = 0
    lines.push(heading ? line.replace(/\?$/, ':') : line)
  }
  return lines.join('\n')
}

/** "Is chat down? No." */
const withoutQuestions = (text: string): string => text.replace(QUESTION, '.')

/** A title is read as one sentence, unless it is longer than any. */
export const sentencesOfTitle = cut

export const sentencesOf = (text: string): string[] => {
  const sentences: string[] = []
  const addressed = text.includes('@') || text.includes('://') || text.includes('www.')
  const listed = withLists(addressed ? text.replace(ADDRESS, ' ') : text)
  for (const piece of (listed.includes('?') ? withoutQuestions(listed) : listed).split(BREAK)) {
    for (const part of cut(piece)) {
      const sentence = part.trim()
      if (sentence !== '') sentences.push(sentence)
    }
  }
  return sentences
}
