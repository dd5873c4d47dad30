import { MAX_BODY } from '../model/limits.ts'
import { type Parsed, refused, taken } from '../model/parsed.ts'

/** The JSON of an answer, or the reason why it is none: a page that moved often answers 200 with HTML. */
export const readJson = (body: string): Parsed<unknown> => {
  if (body.length > MAX_BODY) return refused('too-large', `${body.length} characters`)
  const text = body.trim()
  if (text === '') return refused('empty', 'nothing in it')
  if (text[0] === '<') return refused('html', 'a web page instead of data')
  try {
    return taken(JSON.parse(text))
  } catch {
    const cut = text[0] === '{' && text.at(-1) !== '}'
    return cut ? refused('truncated', 'it ends too early') : refused('not-json', 'not JSON')
  }
}
