import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { DOCUMENTS } from '../../support/documents.ts'

// Every link of every document leads somewhere.

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** Code shows links of other people's. */
const withoutCode = (text: string): string =>
  text.replace(/^ *```[\s\S]*?^ *```$/gm, '').replace(/`[^`\n]*`/g, '')

const linksOf = (text: string): string[] =>
  [
    ...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|<(?:img|a)[^>]* (?:src|href)="([^"]+)"|<(https?:[^>]+)>/g),
  ].map(([, link, tag, bare]) => link ?? tag ?? bare ?? '')

/** What a heading is called in an address. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
const anchorsOf = (text: string): string[] =>
  [...text.replace(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  )

describe.each([...DOCUMENTS])('%s', (path, text) => {
  const links = linksOf(text)
  const inside = links.filter((link) => !/^[a-z]+:/.test(link))

  it('links to what is there', () => {
    for (const link of inside) {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      expect(existsSync(`${root}${target}`), link).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(DOCUMENTS.get(target) ?? ''), link).toContain(anchor)
    }
  })

  it('links to no other place but the vendor’s own page', () => {
    const hosts = links.filter((link) => !inside.includes(link)).map((link) => new URL(link).hostname)
    expect(hosts.filter((host) => !kustomer.page.hosts.includes(host))).toEqual([])
  })

  it('shows each picture with words for those who do not see it', () => {
    for (const [image] of text.matchAll(/<img[^>]*>|!\[[^\]]*\]/g)) expect(image).toMatch(/alt="[^"]{20,}"/)
  })
})

it('are found', () => {
  expect(linksOf('[a](b.md) <img src="c.png" alt=""> `[no](d)`')).toEqual(['b.md', 'c.png'])
  expect([...DOCUMENTS.values()].flatMap(linksOf).length).toBeGreaterThan(25)
  // Nobody finds a document that nothing leads to.
  const reached = new Set(
    [...DOCUMENTS].flatMap(([path, text]) =>
      linksOf(text).map((link) => posix.join(posix.dirname(path), link.split('#')[0] ?? '')),
    ),
  )
  for (const path of DOCUMENTS.keys()) if (path !== 'README.md') expect([...reached]).toContain(path)
})
