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

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers make a plain line break of it.
  '\r': '&#13;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"\r]/g, (one) => ESCAPED[one] ?? one)
/** Parsers make spaces of breaks in attributes. */
const escapedAttribute = (text: string): string =>
  escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

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
