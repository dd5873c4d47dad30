import { nameOf, optionOf } from '../loader/tagOption.ts'
import { quoted, warn } from '../options.ts'
import type { OptionSource } from '../protocol.ts'

export interface Contact {
  readonly href: string
  readonly label: string
}

/** The owner's other way to be reached. Only addresses that can do nothing but reach somebody. */
export const contactOf = (tag: OptionSource): Contact | null => {
  const href = optionOf(tag, 'contact').trim()
  if (!href) return null
  if (!/^(mailto:|tel:|https:\/\/)[^\s]+$/i.test(href)) {
    warn(
      `${nameOf(tag, 'contact')} can’t be ${quoted(href)}: use mailto:…, tel:… or https://…, without spaces.`,
    )
    return null
  }
  return { href, label: optionOf(tag, 'contact-label') || href.replace(/^\w+:(\/\/)?|[?#].*$/g, '') || href }
}
