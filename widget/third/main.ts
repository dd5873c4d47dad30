import { meetChat } from '../chats/meet.ts'
import { handOver } from '../hand.ts'
import { chosen } from '../options.ts'
import { isEnded, type Said, type Third, type Wish } from '../parts.ts'
import { quietly } from '../quietly.ts'
import { withBack } from './back.ts'
import { brand } from './brand.ts'
import { checkOptions } from './check.ts'
import { contactOf } from './contact.ts'
import { isDarkAt } from './dark.ts'
import { wishedLanguage, wordsIn } from './language.ts'
import { liveRegion } from './live.ts'
import { messageOf } from './message.ts'
import { seen } from './seen.ts'
import { type Spot, settle } from './spot.ts'
import { type View, viewIn } from './view.ts'
import { whereabouts } from './where.ts'

/** A line over a chat that fills the view folds to a mark after this long. */
const FOLDS = 8000
/** How often the page is looked at while there is something to show: chats come, go and move without a word. */
const TICK = 500

const third: Third = (stage) => {
  const { tag, load } = stage
  const ending = new AbortController()
  const { signal } = ending
  checkOptions(tag)
  const say = liveRegion(signal)
  const memory = seen(tag)
  const contact = contactOf(tag)
  const chat = meetChat(tag, load)
  const spotFor = whereabouts(tag, chat.isNone)
  const back = withBack(stage, memory)
  const theme = chosen(tag, 'theme', /^(auto|light|dark)$/, 'auto')
  let words: Awaited<ReturnType<typeof wordsIn>> | undefined
  let wishedWords = ''
  let view: View | undefined
  /** The height of the card when it was last seen, or a fair guess. */
  let tall = 120
  let timer = 0
  let shown = ''
  let foldsAt = 0

  const tell = (event: Said, { kind, scene }: Wish): void => {
    tag.dispatchEvent(new CustomEvent(`podlight:${event}`, { detail: { kind, scene } }))
  }

  const hide = (): void => {
    view?.remove()
    shown = ''
  }

  const close = quietly(undefined, (): void => {
    const wish = back.wish()
    if (!wish) return
    memory.dismiss(wish)
    back.forget()
    hide()
    tell('dismiss', wish)
  })

  const unfold = (): void => {
    foldsAt = Date.now() + FOLDS
    look()
  }

  /** A frame is a document of its own, and what was made for one cannot move to another. */
  const viewAt = (document: Document): View => {
    if (view?.host.ownerDocument === document) return view
    view?.remove()
    view = viewIn(document, { close, open: unfold })
    return view
  }

  const draw = (wish: Wish, spot: Spot): void => {
    if (!words) return
    const around =
      spot.way === 'inside' ? spot.inside.root : spot.way === 'inline' ? spot.target : document.body
    const { host, show } = viewAt(around.ownerDocument)
    brand(host, around)
    const isDark = theme === 'auto' ? isDarkAt(around) : theme === 'dark'
    const message = { ...messageOf(wish, words, tag, contact), isDark }
    const key = `${wish.kind} ${wish.scene} ${wish.trouble}`
    const isNew = key !== shown
    if (isNew) {
      foldsAt = Date.now() + FOLDS
      say(`${message.headline} ${message.works}`, message.lang, key)
    }
    // Not from under somebody who is about to use it.
    const isHeld = host.matches(':focus-within,:hover')
    const form = settle(host, spot, tall, Date.now() > foldsAt && !isHeld)
    show(message, form)
    if (form === 'card' && host.offsetHeight !== tall) {
      tall = host.offsetHeight
      settle(host, spot, tall, false)
    }
    if (!isNew) return
    shown = key
    memory.show(wish)
    back.shown(wish)
    tell('show', wish)
  }

  const loadWords = (): void => {
    const lang = wishedLanguage(tag)
    if (lang === wishedWords) return
    wishedWords = lang
    wordsIn(lang, load).then((loaded) => {
      // Another may be wished by now.
      if (lang === wishedWords) words = loaded
      look()
    })
  }

  const look = quietly(undefined, (): void => {
    if (signal.aborted) return
    clearTimeout(timer)
    const wish = back.wish()
    if (isEnded()) ending.abort()
    if (!wish || signal.aborted) {
      hide()
      return
    }
    timer = setTimeout(look, TICK)
    loadWords()
    const found = chat.find()
    found.listen(look, signal)
    const spot = memory.isDismissed(wish) ? null : spotFor(wish, found)
    if (spot) draw(wish, spot)
    else hide()
  })

  for (const event of ['resize', 'scroll', 'load', 'storage'])
    addEventListener(event, look, { signal, passive: true })
  return look
}

handOver(third)
