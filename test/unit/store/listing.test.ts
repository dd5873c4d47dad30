import { describe, expect, it } from 'vitest'
import { extension } from '../../../extension/text/en.ts'
import { factsNow } from '../../../scripts/store/facts.ts'
import { read } from '../../../scripts/store/files.ts'
import { MOST_REPEATED, SEARCH_TERMS } from '../../../store/limits.ts'
import { CERTIFIED, DATA_NOTE, LISTING } from '../../../store/listing.ts'
import { SCREENS } from '../../../store/pictures.ts'

const { testing, permissions, later } = factsNow()
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []

/** All that the extension says, wherever it says it. */
const said = JSON.stringify(extension).toLowerCase()
/** What browsers say when they ask. */
const BROWSERS_WORDS = ['read and change your data']
const quotedIn = (text: string): string[] =>
  [...text.matchAll(/“([^”]+)”/g)]
    .map(([, quoted = '']) => quoted)
    .filter((quoted) => !BROWSERS_WORDS.includes(quoted))

/** All that is told to people, by reviewers' and users' side. */
const texts: readonly (readonly [string, string])[] = [
  ['the description', LISTING.description],
  ['the purpose', LISTING.singlePurpose],
  ['the note on data', DATA_NOTE],
  ['the steps for testing', testing],
  ...[...permissions, ...later].map(({ name, reason }) => [`the reason for ${name}`, reason] as const),
  ...SCREENS.map(
    ({ name, headline, caption }) => [`the screenshot ${name}`, `${headline}. ${caption}`] as const,
  ),
]

describe('the listing', () => {
  it('is called what the extension is called, without anybody else’s name in it', () => {
    expect(LISTING.name).toBe(extension.manifest.name)
    expect(LISTING.summary).toBe(extension.manifest.description)
    expect(LISTING.name).not.toMatch(/kustomer|chrome|google|firefox|mozilla|edge|microsoft/i)
  })

  it('says whose it is not, how late the page is, and which language it speaks', () => {
    expect(LISTING.description).toContain('isn’t affiliated with Kustomer')
    expect(LISTING.description).toContain('that page is often late')
    expect(LISTING.description).toContain('speaks English')
  })

  it.each(texts)('quotes the extension’s own words: %s', (_, text) => {
    for (const quoted of quotedIn(text)) {
      const words = quoted.toLowerCase().replace(' …', ' {pod}')
      expect([quoted, said.includes(words)]).toEqual([quoted, true])
    }
  })

  it.each(texts)('names no address and no person, and promises nothing: %s', (_, text) => {
    expect(text).not.toMatch(/https?:|www\.|@\w/)
    expect(text).not.toMatch(/\b(best|number one|#1|guarantee\w*|always|100 ?%|award\w*|official\w*)\b/i)
    expect(text).not.toMatch(/soon|will be able|in future|coming/i)
  })

  it('speaks only of the extension', () => {
    expect(LISTING.description).not.toMatch(/banner|widget|script tag|visitor|demo|playground/i)
  })

  it('repeats no keyword as spam does', () => {
    const counts = new Map<string, number>()
    for (const term of LISTING.searchTerms.flatMap(wordsIn))
      counts.set(term, wordsIn(LISTING.description).filter((word) => word === term).length)
    counts.set('kustomer', wordsIn(LISTING.description).filter((word) => word === 'kustomer').length)
    expect([...counts].filter(([, count]) => count > MOST_REPEATED)).toEqual([])
  })

  it('has search terms that Edge takes', () => {
    const { count, each, words } = SEARCH_TERMS
    expect(LISTING.searchTerms.length).toBeLessThanOrEqual(count[1])
    for (const term of LISTING.searchTerms) expect(term.length).toBeLessThanOrEqual(each[1])
    expect(LISTING.searchTerms.flatMap(wordsIn).length).toBeLessThanOrEqual(words)
    expect(new Set(LISTING.searchTerms).size).toBe(LISTING.searchTerms.length)
  })

  it('certifies what the privacy page bears out', () => {
    expect(CERTIFIED).toHaveLength(3)
    expect(read('docs/privacy.md')).toMatch(/no account, no identifier, no cookie, no analytics/)
    expect(LISTING.description).toContain(extension.welcome.privacy)
  })

  it('has the licence that lies in the repository', () => {
    expect(read('LICENSE')).toContain(LISTING.license)
  })
})
