/** Marks that draw nothing but change how text reads: controls, zero-width and bidirectional marks, fillers. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/gu

/** The named entities that prose is written with, after what they draw. */
const NAMES: Readonly<Record<string, string>> = {
  '': 'shy zwj zwnj zerowidthspace nobreak lrm rlm',
  ' ': 'nbsp ensp emsp thinsp hairsp tab',
  '\n': 'newline',
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '’': 'rsquo',
  '‘': 'lsquo',
  '“': 'ldquo',
  '”': 'rdquo',
  '–': 'ndash',
  '—': 'mdash',
  '-': 'hyphen dash',
  '…': 'hellip',
  '•': 'bull',
  '.': 'period',
  ',': 'comma',
  ':': 'colon',
  ';': 'semi',
}
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([drawn, names]) => names.split(' ').map((name) => [name, drawn] as const)),
)

/** As a browser reads them: numbers need no semicolon, and neither do the oldest names. */
const ENTITY = /&(?:#x([0-9a-f]{1,9});?|#(\d{1,9});?|([a-z][a-z0-9]{1,31});|(amp|lt|gt|quot|nbsp|shy))/gi

const decode = (whole: string, hex?: string, decimal?: string, name?: string, old?: string): string => {
  const called = name ?? old
  if (called !== undefined) return ENTITIES.get(called.toLowerCase()) ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const drawn = code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
  return drawn ? String.fromCodePoint(code) : ''
}

/**
 * One spelling for what looks alike: full-width letters, ligatures, hyphens that do not break. The ellipsis and
 * the trade mark stay what they are, as three full stops or two letters would read otherwise.
 */
const inOneSpelling = (text: string): string =>
  text
    .replace(/[™℠]/g, '')
    .split('…')
    .map((part) => part.normalize('NFKC'))
    .join('…')
    .replace(/[\u2010\u2011\u2043\u2212]/g, '-')
    .replace(/([a-z])[\u2012-\u2014](?=\d)/gi, '$1-')
    .replace(/[\u02bc\u2032]/g, '’')

const BLOCK = /^<\/?(p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section)\b/i
const UNSEEN = /^<(script|style|template|title)\b/i

/** One pass over the tags, so that a page of unclosed ones costs no more than its length. */
const withoutTags = (html: string): string => {
  let text = ''
  let unseen = false
  for (const part of html.split(/(<\/?[a-z!][^<>]*>)/i)) {
    if (!/^<\/?[a-z!]/i.test(part)) text += unseen ? '' : part
    else if (BLOCK.test(part)) text += '\n'
    else unseen = UNSEEN.test(part)
  }
  return text
}

const withoutMarkdown = (text: string): string =>
  text
    .replace(/\[([^[\]\n]*)\]\((?:https?:|mailto:)[^()\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:[*+-]|#{1,6}|>) /gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/(^|[\s(])_([^_\n]{1,200})_(?=[\s).,;:!?]|$)/gm, '$1$2')

/** Most texts hold nothing to clean, which one look tells. */
const SPECIAL = /[^\n -~]|[<&*_`#>]|\]\(|(?:^|\n)[-+]/

const UNUSUAL = /[^\n -~]/

/** What a reader would see of a vendor's HTML or Markdown, as plain text. Text stays text: it is never markup again. */
export const plain = (body: string): string => {
  if (!SPECIAL.test(body)) return body.trim()
  let text = body.replace(/\r\n?/g, '\n')
  if (text.includes('<')) text = withoutTags(text)
  if (text.includes('&')) text = text.replace(ENTITY, decode)
  // Invisible marks go first: between two letters they keep them from being read as one.
  if (UNUSUAL.test(text)) text = inOneSpelling(text.replace(INVISIBLE, ''))
  return withoutMarkdown(text)
    .replace(/[^\S\n]/g, ' ')
    .trim()
}

/** A title: plain text on one line. */
export const oneLine = (text: string): string => {
  const line = plain(text)
  return /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line
}
