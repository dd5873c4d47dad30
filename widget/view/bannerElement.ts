import { createElement, createIcon, setAttributes } from './elements.ts'
import type { Message } from './message.ts'
import { setStyles } from './setStyles.ts'
import { applyStyles } from './styles.ts'

/** The whole banner; what matters most of it; its headline in one line; or only a mark. The last three open it again. */
export type Form = 'card' | 'line' | 'folded' | 'mark'

export interface BannerElement {
  readonly host: HTMLElement
  show(message: Message, form: Form): void
  remove(): void
}

interface Handlers {
  close(): void
  open(): void
}

const ICONS = {
  trouble: 'M10 2.5 18 17H2ZM10 8v4M10 14.6v.1',
  info: 'M10 2.5a7.5 7.5 0 1 0 .01 0ZM10 6v4.5l3 1.8',
  good: 'M10 2.5a7.5 7.5 0 1 0 .01 0ZM6.6 10.3l2.3 2.3 4.5-4.8',
}

/** Builds the banner in a document: in a shadow root, out of reach of the page's styles. */
export const createBannerElement = (document: Document, { close, open }: Handlers): BannerElement => {
  const host = createElement(document, 'podlight-banner')
  setStyles(host, { all: 'initial' })
  const root = host.attachShadow({ mode: 'open' })
  const refreshStyles = applyStyles(root)
  const texts = Object.fromEntries(
    ['label', 'headline', 'works', 'details', 'contact'].map((name) => [
      name,
      createElement(document, 'p', { class: name, part: name }),
    ]),
  )
  const cross = createElement(
    document,
    'button',
    { type: 'button', part: 'close' },
    createIcon(document, 'M5 5l10 10M15 5 5 15'),
  )
  const more = createElement(
    document,
    'button',
    { type: 'button', class: 'more', part: 'open', 'aria-expanded': 'false' },
    createIcon(document, 'M5 7.5l5 5 5-5'),
  )
  const words = createElement(document, 'div', { class: 'words' }, ...Object.values(texts))
  const box = createElement(
    document,
    'section',
    { part: 'banner' },
    createIcon(document, ''),
    words,
    more,
    cross,
  )
  const mark = createElement(document, 'button', { type: 'button', class: 'mark', part: 'mark' })
  let drawn = ''
  /** Where the focus was before it came here. */
  let before: HTMLElement | null = null
  host.addEventListener('focusin', ({ relatedTarget }) => {
    before = relatedTarget as HTMLElement | null
  })
  const openWhole = (): void => {
    open()
    // Who opened it goes on from there.
    cross.focus()
  }
  mark.addEventListener('click', openWhole)
  cross.addEventListener('click', close)
  box.addEventListener('click', ({ target }) => {
    // The whole line opens, but not where it has a link or a button of its own.
    if (!(target as Element).closest('.card,a,[part=close]')) openWhole()
  })
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') close()
  })

  return {
    host,
    show: (message, form) => {
      refreshStyles()
      const { lang, dir, region, contact } = message
      setAttributes(host, {
        lang,
        dir,
        class: `${message.tone}${message.isDark ? ' dark' : ''}${message.isOwn ? ' own' : ''}`,
      })
      if (drawn !== message.tone + form) {
        drawn = message.tone + form
        const icon = createIcon(document, ICONS[message.tone])
        // All of it anew, or browsers count what moves within as a shift; but nothing from under the focus.
        if (root.activeElement) box.firstElementChild?.replaceWith(icon)
        else box.replaceChildren(icon, words, more, cross)
        mark.replaceChildren(createIcon(document, ICONS[message.tone]))
      }
      for (const name of ['label', 'headline', 'works', 'details'] as const) {
        const element = texts[name]
        // Touched only where it differs: a reader may be in the middle of it.
        if (element && element.textContent !== message[name]) element.textContent = message[name]
      }
      const link = contact && createElement(document, 'a', { href: contact.href, part: 'link' })
      if (link && contact) {
        link.textContent = contact.label
        if (/^https:/i.test(contact.href)) setAttributes(link, { target: '_blank', rel: 'noopener' })
      }
      const sentence = contact ? contact.before + contact.label + contact.after : ''
      if (texts['contact']?.textContent !== sentence)
        texts['contact']?.replaceChildren(...(link && contact ? [contact.before, link, contact.after] : []))
      setAttributes(box, { class: `box ${form}`, role: 'region', 'aria-label': region })
      setAttributes(cross, { 'aria-label': message.close })
      for (const opener of [more, mark]) setAttributes(opener, { 'aria-label': message.open })
      const shown = form === 'mark' ? mark : box
      if (root.lastElementChild !== shown) {
        root.querySelector('section,button.mark')?.remove()
        root.append(shown)
      }
    },
    remove: () => {
      const isHeld = (host.getRootNode() as Document | ShadowRoot).activeElement === host
      host.remove()
      if (isHeld) before?.focus()
    },
  }
}
