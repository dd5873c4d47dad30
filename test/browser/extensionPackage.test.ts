import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { folderOf } from './support/builds.ts'
import { MANIFESTS } from './support/manifests.ts'

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
const manifestOf = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folderOf(build), 'manifest.json'), 'utf8'))

/** Code that is made of texts, and code that is fetched: as a module, as a script, or by a worker. */
const FOREIGN = new RegExp(
  [
    /\beval\s*\(/,
    /\bFunction\s*\(/,
    /\b(?:setTimeout|setInterval)\s*\(\s*["'`]/,
    /\bimport\s*\(\s*(?!["'`]\.{0,2}\/)/,
    /\bfrom\s*["'`](?:https?:)?\/\//,
    /importScripts/,
    /createElement\(\s*["'`]script/,
    /https?:\/\/[^\s"'`]+\.m?js\b/,
    /javascript:/,
    /WebAssembly/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

const filesOf = (build: string): string[] =>
  readdirSync(folderOf(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

it.each([
  'eval("1")',
  'new Function("return 1")',
  'setTimeout("go()", 1)',
  'import("https://cdn.example/a")',
  'import(address)',
  'import a from"//cdn.example/a"',
  'importScripts("a.js")',
  'document.createElement("script")',
  'const at="https://cdn.example/a.js"',
])('code that is not in the package would be seen: %s', (code) => expect(code).toMatch(FOREIGN))

describe.each(BUILDS)('the package %s', (build) => {
  it('has this manifest, and asks for nothing that is not in it', () => {
    expect(manifestOf(build)).toEqual(MANIFESTS[build])
  })

  it('has the licences of what is in it', () => {
    for (const [name, words] of [
      ['LICENSE.txt', 'MIT License'],
      ['THIRD-PARTY.txt', 'webextension-polyfill'],
    ] as const)
      expect(readFileSync(join(folderOf(build), name), 'utf8')).toContain(words)
  })

  it('runs its own scripts and no others', () => {
    const { extension_pages: policy } = manifestOf(build)['content_security_policy'] as {
      extension_pages: string
    }
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('default-src')).toEqual(["'none'"])
    for (const kind of ['script-src', 'style-src', 'img-src']) expect(rules.get(kind)).toEqual(["'self'"])
    const pages = filesOf(build).filter((path) => path.endsWith('.html'))
    expect(pages).toHaveLength(4)
    for (const page of pages) {
      const text = readFileSync(page, 'utf8')
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
      expect(text).not.toMatch(/<style|\son\w+=|style=/)
    }
  })

  it('holds all the code that it runs', () => {
    const scripts = filesOf(build).filter((path) => path.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(5)
    for (const path of scripts) {
      const found = readFileSync(path, 'utf8').match(FOREIGN)
      expect([relative(folderOf(build), path), found]).toEqual([relative(folderOf(build), path), null])
    }
    // Nothing but pages, scripts, styles, pictures and words lies in it.
    const kinds = new Set(filesOf(build).map((path) => path.split('.').at(-1)))
    expect([...kinds].sort()).toEqual(['css', 'html', 'js', 'json', 'png', 'svg', 'txt'])
  })

  it('packs pictures only of what is shown before anything can be drawn', () => {
    const pictures = filesOf(build)
      .map((path) => /(\w+)-\d+\.png$/.exec(path)?.[1])
      .filter((name) => name !== undefined)
    expect([...new Set(pictures)]).toEqual(build === 'chrome-mv3' ? ['podlight', 'unknown'] : ['podlight'])
  })

  it('runs in a site’s page with what reads a key, and without the vendor’s other facts', () => {
    const script = readFileSync(join(folderOf(build), 'find-pod.js'), 'utf8')
    expect(script).toContain(kustomer.chatKey.attribute)
    const phrases = kustomer.namings
      .flatMap((one) => one.phrases.split('|'))
      .filter((one) => one.includes(' '))
    const kept = [kustomer.parties, kustomer.support, ...kustomer.pods.values(), ...phrases]
      .map((fact) => (typeof fact === 'string' ? fact : fact.regions))
      .filter((fact) => script.includes(fact))
    expect(kept).toEqual([])
  })

  it('differs from the build for tests in the clock alone', () => {
    // Names of chunks carry a hash of what is in them.
    const unhashed = (text: string): string => text.replaceAll(/-[\w-]{8}(?=\.(?:js|css))/g, '-HASH')
    const files = (folder: string): Map<string, string> =>
      new Map(
        filesOf(folder).map((path) => [
          unhashed(relative(folderOf(folder), path)),
          unhashed(readFileSync(path, 'latin1')),
        ]),
      )
    const [own, steered] = [files(build), files(`${build}-steered`)]
    expect(own.size).toBe(filesOf(build).length)
    expect([...steered.keys()].sort()).toEqual([...own.keys()].sort())
    const different = [...own].filter(([name, text]) => steered.get(name) !== text).map(([name]) => name)
    // The one chunk that holds it.
    expect(different).toEqual([expect.stringMatching(/^chunks\/.+\.js$/)])
    // Names of variables differ in it, but no word of the one is missing in the other, or is there that is not the clock's.
    const wordsOf = (text = ''): Map<string, number> => {
      const counts = new Map<string, number>()
      for (const [word] of text.matchAll(/[A-Za-z]{4,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
      return counts
    }
    const [before, after] = [own, steered].map((all) => wordsOf(all.get(different[0] ?? '')))
    const clock = readFileSync(new URL('support/steeredClock.ts', import.meta.url), 'utf8')
    const more = [...(after ?? [])].filter(([word, count]) => count > (before?.get(word) ?? 0))
    const fewer = [...(before ?? [])].filter(([word, count]) => count > (after?.get(word) ?? 0))
    expect(more.map(([word]) => word)).toContain('steeredClock')
    // `default` is how the browser's own API is imported.
    expect(more.filter(([word]) => word !== 'default' && !clock.includes(word))).toEqual([])
    expect(fewer).toEqual([])
  })
})
