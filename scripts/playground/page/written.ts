/** Options by name, as they were chosen; empty ones are left out. */
export type Options = Readonly<Record<string, string>>

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Where the scripts would be served from. */
const CDN = 'https://cdn.example'
const VENDOR = 'https://status.kustomer.com'

/** The attributes as they stand on a tag; what is announced is the scene that is looked at. */
export const attributesOf = (options: Options, scene: string): Options =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [
        `data-${name}`,
        name === 'mode' && value === 'announce' ? `announce:${scene}` : value,
      ]),
  )

/** The tag, to be copied. */
export const tagOf = (options: Options, scene: string): string => {
  const written = Object.entries(attributesOf(options, scene)).map(
    ([name, value]) => `\n  ${name}="${escaped(value)}"`,
  )
  return `<script async src="${CDN}/podlight.js"${written.join('')}></script>`
}

/** The line to add to a page's policy: one origin for scripts, one for each address of news. */
export const policyOf = ({ feed = '' }: Options): string => {
  const origins = [...new Set((feed.match(/https?:\/\/\S+/g) ?? [VENDOR]).map((url) => originOf(url)))]
  return `script-src ${CDN}; connect-src ${origins.join(' ')}; trusted-types podlight`
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url)

/** A rule for the page's own style sheet; empty where nothing was chosen. */
export const ruleOf = (properties: Options): string => {
  const lines = Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  --podlight-${name}: ${value};\n`)
  return lines.length > 0 ? `:root {\n${lines.join('')}}` : ''
}
