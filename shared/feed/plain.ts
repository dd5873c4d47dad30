/** Marks that draw nothing but change how text reads: controls, zero-width and bidirectional marks. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['hellip', '…'],
])

const decode = (whole: string, name: string): string => {
  if (name[0] !== '#') return ENTITIES.get(name.toLowerCase()) ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
}

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

/** What a reader would see of a vendor's HTML or Markdown, as plain text. Text stays text: it is never markup again. */
export const plain = (body: string): string => {
  if (!SPECIAL.test(body)) return body.trim()
  let text = body.replace(/\r\n?/g, '\n')
  if (text.includes('<')) text = withoutTags(text)
  if (text.includes('&')) text = text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decode)
  return withoutMarkdown(text)
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]/g, ' ')
    .trim()
}

/** A title: plain text on one line. */
export const oneLine = (text: string): string => {
  const line = plain(text)
  return /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line
}
