/** An element: with a text in it, with elements, or with nothing. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: string | readonly Xml[] | null
}

export const xml = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  inside: Xml['inside'] = null,
): Xml => ({ name, attributes, inside })

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const byNumber = (one: string): string => `&#${one.codePointAt(0)};`
/** What some parsers take for the end of a line is written by its number. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"\r\u007F-\u009F\u2028\u2029]/g, (one) => ESCAPED[one] ?? byNumber(one))
/** Parsers make spaces of breaks in attributes. */
const escapedAttribute = (text: string): string => escaped(text).replaceAll(/[\n\t]/g, byNumber)

/** An element as text, a line for each below it. Texts are left as they are: a space in them is theirs. */
export const writeXml = ({ name, attributes, inside }: Xml, depth = 0): string => {
  const margin = '  '.repeat(depth)
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`)
  const start = `${margin}<${name}${written.join('')}`
  if (inside === null) return `${start} />`
  if (typeof inside === 'string') return `${start}>${escaped(inside)}</${name}>`
  return [`${start}>`, ...inside.map((one) => writeXml(one, depth + 1)), `${margin}</${name}>`].join('\n')
}

export const XML_HEADER = '<?xml version="1.0" encoding="utf-8"?>'
