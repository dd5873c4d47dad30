import { describe, expect, it } from 'vitest'
import { read } from '../../../scripts/store/files.ts'
import { extensionsPrivacy } from '../../../store/documents.ts'
import { privacyPage } from '../../../store/privacyPage.ts'

const parts = {
  version: '1.2.3',
  tokens: read('extension/ui/tokens.css'),
  mark: read('public/icons/podlight.svg').trim(),
}
const pageOf = (document: string): string => privacyPage({ document, ...parts })

describe('the privacy page', () => {
  const document = extensionsPrivacy(read('docs/privacy.md'))
  const page = pageOf(document)

  it('says all that the document says', () => {
    const headings = [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)
    expect(headings.length).toBeGreaterThan(3)
    const shown = [...page.matchAll(/<h[12] id="[^"]+">(.+)<\/h[12]>/g)].map(([, heading]) => heading)
    expect(shown).toEqual(headings)
    const rows = document.split('\n').filter((line) => line.startsWith('| ')).length
    // Every table has a rule that is no row.
    const tables = page.match(/<table>/g)?.length ?? 0
    expect(page.match(/<tr>/g)).toHaveLength(rows - tables)
    const words = (text: string): string[] => text.match(/[A-Za-z]{5,}/g) ?? []
    const visible = page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ')
    const told = document.replace(/\]\([^)]+\)/g, ']')
    expect(words(told).filter((word) => !words(visible).includes(word))).toEqual([])
  })

  it('stands alone: it runs nothing, loads nothing and links to nothing that is not there', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i)
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(links.filter((href) => !href?.startsWith('https://'))).toEqual([])
    // The drawing's namespace is a name, and nothing is fetched by it.
    expect(page.match(/http:\/\/[^"]+/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('is told apart by who does not see it', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    for (const part of ['<header>', '<main>', '<footer>', '<th scope="col">', '<th scope="row">'])
      expect(page).toContain(part)
    const named = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id)
    expect(named.length).toBe(page.match(/<table>/g)?.length)
    for (const id of named) expect(page).toContain(`id="${id}"`)
    expect(page.match(/<h1/g)).toHaveLength(1)
  })

  it('is light and dark in our colours, and tells which version it is about', () => {
    expect(page).toContain(parts.tokens)
    expect(page).toContain('Podlight 1.2.3')
  })

  it('takes text for text', () => {
    const told = pageOf(
      '# A & B\n\nOne <script>alert(1)</script> two <b onclick="x">bold</b>.\n\n<div>block</div>\n',
    )
    expect(told).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(told).toContain('&lt;b onclick=&quot;x&quot;&gt;bold&lt;/b&gt;')
    expect(told).toContain('&lt;div&gt;block&lt;/div&gt;')
    expect(told).toContain('<title>Podlight: a &amp; b</title>')
  })

  it.each([
    ['[here](polling.md)', 'here', null],
    ['[here](javascript:alert)', 'here', null],
    ['[here](https://status.kustomer.com/)', 'here', 'https://status.kustomer.com/'],
  ])('links only to what is on the web: %s', (link, words, href) => {
    const told = pageOf(`# Title\n\nLook ${link}.\n`)
    expect(told).toContain(href === null ? `<p>Look ${words}.</p>` : `<a href="${href}">${words}</a>`)
  })
})
