import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OLD } from '../../../shared/model/limits.ts'
import { customer as arabic } from '../../../shared/text/ar.ts'
import { customer as german } from '../../../shared/text/de.ts'
import { customer as english } from '../../../shared/text/en.ts'
import { customer as hebrew } from '../../../shared/text/he.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import type { Contact } from '../../../widget/view/contact.ts'
import { messageOf, spoken, type Wording } from '../../../widget/view/message.ts'
import { plainSpaces } from '../text/voices.ts'
import { MINUTE, NOON, requestFor } from './support/bannerRequests.ts'
import { FakeTag } from './support/tag.ts'

const EN: Wording = { lang: 'en', locale: 'en-US', words: english }
const CONTACT: Contact = { href: 'mailto:help@shop.example', label: 'Write a mail' }

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...new Intl.DateTimeFormat().resolvedOptions(),
    timeZone: 'Europe/Berlin',
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

interface Said {
  readonly told?: Wording
  readonly options?: Record<string, string>
  readonly contact?: Contact | null
}
const say = (
  some: Parameters<typeof requestFor>[0] = {},
  { told = EN, options = {}, contact = null }: Said = {},
) => messageOf(requestFor(some), told, new FakeTag(options), contact, 'chat')

describe('a message', () => {
  it('says what is wrong, what to do, and since when by the visitor’s clock', () => {
    const { headline, works, details, label } = say()
    expect({ headline, works, label }).toEqual({ ...english.scenes['chat-down'], label: '' })
    expect(plainSpaces(details)).toBe('It’s being worked on. Known since 12:30 PM.')
  })

  it('has a tone for every scene', () => {
    expect(Object.fromEntries(SCENES.map((scene) => [scene, say({ scene }).tone]))).toEqual({
      'chat-delayed': 'trouble',
      'chat-failing': 'trouble',
      'chat-down': 'trouble',
      'attachments-delayed': 'trouble',
      'attachments-failing': 'trouble',
      maintenance: 'info',
      possible: 'info',
      recovering: 'info',
      back: 'good',
    })
  })

  it('is a calm question to whose messages are refused, with how else to reach the owner and nothing more', () => {
    const said = say({ kind: 'evidence', scene: 'sending', until: NOON + MINUTE }, { contact: CONTACT })
    expect(said).toMatchObject({ headline: english.sending, works: '', details: '', label: '', tone: 'info' })
    expect(spoken(said)).toBe('Trouble sending? You can also reach us here: Write a mail')
    expect(spoken(say({ scene: 'chat-down' }, { contact: CONTACT }))).not.toContain('Write a mail')
    const own = say({ kind: 'evidence', scene: 'sending' }, { options: { 'text-sending': 'Stuck?' } })
    expect(own.headline).toBe('Stuck?')
  })

  it('is labelled where it is the owner’s own word, or an example', () => {
    expect(say({ kind: 'own' }).label).toBe(english.own)
    expect(say({ kind: 'example' }).label).toBe(english.example)
    expect(say({ kind: 'news' }).label).toBe('')
  })

  it('names its two buttons and its place for screen readers', () => {
    expect(say()).toMatchObject({ region: english.region, close: english.close, open: english.open })
  })

  it('writes times as the reader does', () => {
    const british = { ...EN, locale: 'en-GB' }
    expect(say({}, { told: british }).details).toContain('since 12:30.')
    // What no browser can read must not end the banner.
    expect(say({}, { told: { ...EN, locale: 'en_nowhere' } }).details).toContain('12:30')
  })
})

describe('the owner’s own words', () => {
  it('win over ours, each by itself', () => {
    const headline = say({}, { options: { 'text-chat-down': 'Chat sleeps.' } })
    expect(headline).toMatchObject({ headline: 'Chat sleeps.', works: english.scenes['chat-down'].works })
    const works = say({}, { options: { 'text-chat-down-works': 'Call us.' } })
    expect(works).toMatchObject({ headline: english.scenes['chat-down'].headline, works: 'Call us.' })
  })

  it('are of their scene alone', () => {
    const options = { 'text-chat-down': 'Chat sleeps.', 'text-chat-failing': 'Chat stumbles.' }
    expect(say({ scene: 'chat-failing' }, { options }).headline).toBe('Chat stumbles.')
    expect(say({ scene: 'possible' }, { options }).headline).toBe(english.scenes.possible.headline)
  })

  it('stand in every language as they are, braces and markup included', () => {
    const told: Wording = { lang: 'de', locale: 'de', words: german }
    const text = '<b>{time}</b> {contact}'
    expect(say({}, { told, options: { 'text-chat-down': text } }).headline).toBe(text)
  })

  it('that are empty leave ours', () => {
    expect(say({}, { options: { 'text-chat-down': '' } }).headline).toBe(english.scenes['chat-down'].headline)
  })
})

describe('an end', () => {
  const until = NOON + 90 * MINUTE

  it('is told of the owner’s word, where it has one', () => {
    const told = plainSpaces(say({ kind: 'own', since: null, until }).details)
    expect(told).toBe('It’s being worked on. We expect this until 2:30 PM.')
    expect(say({ kind: 'own', since: null }).details).toBe('It’s being worked on.')
  })

  it('is told with its day where that is another one', () => {
    expect(plainSpaces(say({ kind: 'own', until: NOON + 30 * 60 * MINUTE }).details)).toContain(
      'Mar 5, 7:00 PM',
    )
  })

  it('is never told of news or of an example', () => {
    for (const kind of ['news', 'example'] as const)
      expect(say({ kind, until }).details).toBe(say({ kind }).details)
  })
})

describe('the age of news', () => {
  const details = (age: number): string => plainSpaces(say({ at: NOON - age }).details)

  it('is told from five minutes on, and not before', () => {
    for (const age of [0, MINUTE, OLD - 1, OLD]) expect(details(age)).not.toContain('Last checked')
    expect(details(OLD + 1)).toContain('Last checked 12:54 PM.')
    expect(details(14 * MINUTE)).toContain('Last checked 12:46 PM.')
  })

  it('is not told where nobody knows it, nor of what is no news', () => {
    expect(say({ at: Number.NaN }).details).toBe(say().details)
    for (const kind of ['own', 'example'] as const)
      expect(say({ kind, at: NOON - 60 * MINUTE }).details).not.toContain('Last checked')
  })
})

describe('the other way to be reached', () => {
  it('is a link within its sentence', () => {
    expect(say({}, { contact: CONTACT }).contact).toEqual({
      before: 'You can also reach us here: ',
      href: 'mailto:help@shop.example',
      label: 'Write a mail',
      after: '',
    })
    expect(say().contact).toBeNull()
  })

  it('is of no use any more when all is back to normal', () => {
    expect(say({ scene: 'back' }, { contact: CONTACT }).contact).toBeNull()
  })

  it('has its place in every language, and its words are not looked into', () => {
    const told: Wording = {
      lang: 'de',
      locale: 'de',
      words: { ...german, contact: 'Vorher {contact} nachher.' },
    }
    const contact = { ...CONTACT, label: '{contact} {time}' }
    expect(say({}, { told, contact }).contact).toMatchObject({
      before: 'Vorher ',
      label: '{contact} {time}',
      after: ' nachher.',
    })
  })
})

describe('that all is back to normal', () => {
  it('is said with nothing beside it', () => {
    const { headline, details, contact } = say({ scene: 'back', since: null }, { contact: CONTACT })
    expect({ headline, details, contact }).toEqual({
      headline: english.scenes.back.headline,
      details: '',
      contact: null,
    })
  })
})

describe('the direction', () => {
  it.each([
    ['ar', arabic, 'rtl'],
    ['he', hebrew, 'rtl'],
    ['de', german, 'ltr'],
    ['en', english, 'ltr'],
  ] as const)('of %s is that of its letters', (lang, words, dir) => {
    const told = { lang, locale: lang, words }
    expect(say({}, { told })).toMatchObject({ lang, dir, headline: words.scenes['chat-down'].headline })
  })
})
