import { afterEach, describe, expect, it, vi } from 'vitest'
import { customer as german } from '../../../shared/text/de.ts'
import { customer as english } from '../../../shared/text/en.ts'
import { wantedLanguage, wordingFor } from '../../../widget/view/language.ts'
import { stubPage } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The owner's choice, the page's language, those of the browser. */
const wished = (option: string | null, lang: string, ...languages: string[]): string => {
  stubPage({ lang, languages })
  return wantedLanguage(new FakeTag(option === null ? {} : { lang: option }))
}

describe('the language', () => {
  it('is the owner’s choice before the page’s, and the page’s before the browser’s', () => {
    expect(wished('de', 'fr', 'es')).toBe('de')
    expect(wished(null, 'fr', 'es')).toBe('fr')
    expect(wished(null, '', 'es', 'it')).toBe('es')
    expect(wished(null, '')).toBe('en')
  })

  it.each(['auto', '', 'xx', 'klingon', '<b>', 'constructor', '-', '_'])(
    'leaves it to the next wish where it is %j',
    (option) => {
      expect(wished(option, 'fr')).toBe('fr')
    },
  )

  it('goes by the base of a tag', () => {
    expect(wished(null, 'de-AT')).toBe('de')
    expect(wished(null, 'de_DE')).toBe('de')
    expect(wished('pt_BR', '')).toBe('pt-BR')
    expect(wished(null, 'PT-pt')).toBe('pt-BR')
    expect(wished('pt-BR', '')).toBe('pt-BR')
    expect(wished(null, 'zh-Hant', 'nl-BE')).toBe('nl')
    expect(wished(null, '', 'xx', 'sv-SE', 'de')).toBe('sv')
  })

  it('writes times as its country does, also where a site joins the two by an underscore', async () => {
    stubPage({ lang: 'en_GB', languages: ['de'] })
    vi.stubGlobal('LANGUAGE_HASHES', {})
    expect(await wordingFor('en', async () => Promise.reject(new Error('none')))).toMatchObject({
      locale: 'en-GB',
    })
  })

  it('may stand in the script’s address, where the attribute wins', () => {
    stubPage()
    expect(wantedLanguage(new FakeTag({}, '?lang=ja'))).toBe('ja')
    expect(wantedLanguage(new FakeTag({ lang: 'pl' }, '?lang=ja'))).toBe('pl')
  })
})

describe('its words', () => {
  const HASHES = { de: 'hash of German' }
  const begin = (lang = '', ...languages: string[]): string[] => {
    stubPage({ lang, languages })
    vi.stubGlobal('LANGUAGE_HASHES', HASHES)
    return []
  }

  it('are loaded for a language that is not there', async () => {
    const loads = begin('de', 'de-AT')
    const load = async (hash: string) => {
      loads.push(hash)
      return german as never
    }
    expect(await wordingFor('de', load)).toEqual({ lang: 'de', locale: 'de-AT', words: german })
    expect(loads).toEqual(['hash of German'])
  })

  it('are there in English, and nothing is loaded', async () => {
    begin('en', 'en-GB')
    const load = vi.fn()
    expect(await wordingFor('en', load)).toEqual({ lang: 'en', locale: 'en-GB', words: english })
    expect(load).not.toHaveBeenCalled()
  })

  it('are English, and are called so, where a language cannot be had', async () => {
    begin('de', 'de-DE')
    const load = async () => Promise.reject(new Error('cannot be had'))
    // Else screen readers would read English words as German ones.
    expect(await wordingFor('de', load)).toEqual({ lang: 'en', locale: 'en', words: english })
  })

  it('come with the reader’s way to write times, of that language alone', async () => {
    begin('', 'de-CH', 'en-AU', 'en-US')
    const { locale } = await wordingFor('en', vi.fn())
    expect(locale).toBe('en-AU')
    begin('en-IE', 'fr-FR')
    expect((await wordingFor('en', vi.fn())).locale).toBe('en-IE')
    begin('fr', 'fr-FR')
    expect((await wordingFor('en', vi.fn())).locale).toBe('en')
  })
})
