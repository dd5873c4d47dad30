import { OLD } from '../../shared/model/limits.ts'
import { bannerText, timed, type Where } from '../../shared/text/banner.ts'
import type { CustomerWords } from '../../shared/text/keys.ts'
import { isRightToLeft, type Language } from '../../shared/text/languages.ts'
import { placeOf } from '../../shared/text/localeAndTime.ts'
import { optionOf } from '../loader/tagOption.ts'
import type { BannerRequest, OptionSource } from '../protocol.ts'
import type { Contact } from './contact.ts'

/** Everything a banner says, in one language. */
export interface Message {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly tone: 'trouble' | 'info' | 'good'
  readonly isDark: boolean
  /** Whether it is the owner's own word. */
  readonly isOwn: boolean
  readonly label: string
  readonly headline: string
  readonly works: string
  readonly details: string
  readonly contact: {
    readonly before: string
    readonly href: string
    readonly label: string
    readonly after: string
  } | null
  readonly region: string
  readonly close: string
  readonly open: string
}

/** A language, and its words. */
export interface Wording {
  readonly lang: Language
  /** For times: the language with its country. */
  readonly locale: string
  readonly words: CustomerWords
}

const toneOf = (scene: BannerRequest['scene']): Message['tone'] =>
  scene === 'back' ? 'good' : /^(maintenance|possible|recovering|sending)$/.test(scene) ? 'info' : 'trouble'

/** Puts a request into words. The owner's own words win over ours, headline and second sentence each by itself. */
export const messageOf = (
  { scene, kind, since, until, at }: BannerRequest,
  { words, lang, locale }: Wording,
  tag: OptionSource,
  contact: Contact | null,
  where: Where,
): Omit<Message, 'isDark'> => {
  const place = placeOf(Date.now(), locale, Intl.DateTimeFormat().resolvedOptions().timeZone)
  const text =
    scene === 'sending'
      ? { headline: words.sending, works: '', working: null, since: null, contact: words.contact }
      : bannerText(scene, words, place, { since, reachable: contact !== null, where })
  const [before = '', after = ''] = text.contact?.split('{contact}') ?? []
  const details = [
    text.working,
    text.since,
    kind === 'own' && until ? timed(words.until, until, place) : null,
    kind === 'news' && place.now - at > OLD ? timed(words.asOf, at, place) : null,
  ]
  return {
    lang,
    dir: isRightToLeft(lang) ? 'rtl' : 'ltr',
    tone: toneOf(scene),
    isOwn: kind === 'own',
    label: kind === 'own' ? words.own : kind === 'example' ? words.example : '',
    headline: optionOf(tag, `text-${scene}`) || text.headline,
    works: optionOf(tag, `text-${scene}-works`) || text.works,
    details: details.filter(Boolean).join(' '),
    contact: text.contact && contact ? { before, after, ...contact } : null,
    region: words.region,
    close: words.close,
    open: words.open,
  }
}

/** What is read aloud: what is wrong and what to do, where there is nothing else to do how else to reach the owner. */
export const spoken = ({ headline, works, contact }: Omit<Message, 'isDark'>): string =>
  `${headline} ${works || (contact ? contact.before + contact.label + contact.after : '')}`
