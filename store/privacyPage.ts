import { Marked, type Tokens } from 'marked'
import { escaped } from './escaped.ts'
import { PRIVACY_STYLE } from './privacyStyle.ts'

// docs/privacy.md as a page that stands alone, for the stores' link to a privacy policy: no script, and nothing that
// is loaded from anywhere.

/** What a heading is called in an address. */
const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

const parsed = (document: string): string => {
  /** The heading that a table stands under names it to those who do not see it. */
  let heading = ''
  const markdown = new Marked({
    renderer: {
      // Text is text, also where it looks like a tag.
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
      image: ({ text }) => escaped(text),
      heading({ tokens, depth, text }) {
        heading = idOf(text)
        return `<h${depth} id="${heading}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      // The other documents are not where this page is.
      link({ href, tokens }) {
        const inside = this.parser.parseInline(tokens)
        return /^https:\/\//.test(href) ? `<a href="${escaped(href)}">${inside}</a>` : inside
      },
      // Addresses are long, and a table of them should fit a phone.
      codespan: ({ text }) => `<code>${escaped(text).replaceAll(/\.|\/\//g, '$&<wbr>')}</code>`,
      table({ header, rows }) {
        const cell = ({ tokens }: Tokens.TableCell, kind: string, scope = ''): string =>
          `<${kind}${scope}>${this.parser.parseInline(tokens)}</${kind}>`
        const head = header.map((one) => cell(one, 'th', ' scope="col"'))
        const body = rows.map((row) => {
          const cells = row.map((one, i) => (i === 0 ? cell(one, 'th', ' scope="row"') : cell(one, 'td')))
          return `<tr>${cells.join('')}</tr>`
        })
        // Where it is too wide it is scrolled by itself, with keys too.
        return `<div class="wide" role="region" aria-labelledby="${heading}" tabindex="0"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>\n`
      },
    },
  })
  return markdown.parse(document, { async: false })
}

export interface PrivacyParts {
  readonly document: string
  readonly version: string
  /** The style sheet of `extension/ui/tokens.css`, and the mark. */
  readonly tokens: string
  readonly mark: string
}

export const privacyPage = ({ document, version, tokens, mark }: PrivacyParts): string => {
  const [, title = ''] = /^# (.+)$/m.exec(document) ?? []
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Podlight: ${escaped(title.toLowerCase())}</title>
<style>
${tokens}${PRIVACY_STYLE}</style>
</head>
<body>
<header><div class="mark" aria-hidden="true">${mark}</div><p>Podlight</p></header>
<main>
${parsed(document)}</main>
<footer><p>This is about Podlight ${escaped(version)}.</p></footer>
</body>
</html>
`
}
