import { OLD } from '../../shared/model/limits.ts'
import type { Where } from '../../shared/text/banner.ts'
import { findChat } from '../chats/findChat.ts'
import { chosen } from '../options.ts'
import { type BannerEvent, type BannerRequest, isEnded, isOff, type ViewPart } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { createAlarm } from './alarm.ts'
import { type BannerElement, createBannerElement } from './bannerElement.ts'
import { type Placement, positionBanner } from './bannerGeometry.ts'
import { contactOf } from './contact.ts'
import { isDarkAt } from './dark.ts'
import { dismissalsOf } from './dismissals.ts'
import { withEvidence } from './evidence.ts'
import { createFolding } from './folding.ts'
import { wantedLanguage, wordingFor } from './language.ts'
import { liveRegion } from './liveRegion.ts'
import { messageOf, spoken } from './message.ts'
import { passOnOwnerStyles } from './ownerStyles.ts'
import { type Place, placementFinder } from './placement.ts'
import { withRecovery } from './recovery.ts'
import { watchPage } from './watchPage.ts'

/** For the words: whether they stand at the chat, elsewhere, or where it should be. */
const whereOf = ({ way }: Placement, isMissing: boolean): Where =>
  way === 'inside' || way === 'attached' ? 'chat' : isMissing ? 'missing' : 'outside'

const view: ViewPart = (stage) => {
  const { tag, load } = stage
  // The first formatter on a page is slow to create, so it gets a turn of its own before anything is drawn.
  setTimeout(quietly(undefined, () => Intl.DateTimeFormat()))
  const ending = new AbortController()
  const { signal } = ending
  const watch = watchPage(tag, () => look())
  const alarm = createAlarm(watch.lookNextFrame)
  const say = liveRegion(signal)
  const dismissals = dismissalsOf(tag)
  const contact = contactOf(tag)
  const chat = findChat(tag, load)
  const placementFor = placementFinder(tag, chat.isNone, alarm.wakeAt)
  const recovery = withRecovery(stage, dismissals, alarm.wakeAt)
  const requestNow = withEvidence(recovery.request, stage.noticed, contact !== null)
  const theme = chosen(tag, 'theme', 'auto, light or dark', 'auto')
  const folding = createFolding(alarm.wakeAt, watch.lookNextFrame, signal)
  let wording: Awaited<ReturnType<typeof wordingFor>> | undefined
  let loadedLanguage = ''
  let banner: BannerElement | undefined
  /** The height of the card when it was last seen, or a fair guess. */
  let tall = 120
  let shown = ''

  const tell = (event: BannerEvent, { kind, scene }: BannerRequest): void => {
    tag.dispatchEvent(new CustomEvent(`podlight:${event}`, { detail: { kind, scene } }))
  }

  const hide = (): void => {
    banner?.remove()
    folding.outOfSight()
    shown = ''
  }

  const close = quietly(undefined, (): void => {
    const request = requestNow()
    if (!request) return
    dismissals.dismiss(request)
    recovery.forget()
    hide()
    tell('dismiss', request)
  })

  const open = (): void => {
    folding.open()
    look()
  }

  /** A frame is a document of its own, and what was made for one cannot move to another. */
  const bannerIn = (document: Document): BannerElement => {
    if (banner?.host.ownerDocument === document) return banner
    banner?.remove()
    banner = createBannerElement(document, { close, open })
    // It does not fold from under somebody, but may when they left.
    for (const event of ['mouseleave', 'focusout']) banner.host.addEventListener(event, watch.lookNextFrame)
    return banner
  }

  const draw = (request: BannerRequest, { placement, isMissing }: Place): void => {
    if (!wording) return
    const around =
      placement.way === 'inside'
        ? placement.inside.root
        : placement.way === 'inline'
          ? placement.target
          : document.body
    const { host, show } = bannerIn(around.ownerDocument)
    passOnOwnerStyles(host, around)
    const isDark = theme === 'auto' ? isDarkAt(around) : theme === 'dark'
    const message = { ...messageOf(request, wording, tag, contact, whereOf(placement, isMissing)), isDark }
    const key = `${request.kind} ${request.scene} ${request.trouble}`
    const isNew = key !== shown
    if (isNew) say(spoken(message), message.lang, key)
    if (placement.way === 'inside') folding.watch(host.ownerDocument)
    const isOverChat = placement.way === 'inside' || placement.way === 'attached'
    if (!isOverChat) folding.outOfSight()
    const fold = isOverChat ? folding.foldOf(key, host) : 'new'
    const form = positionBanner(host, placement, tall, fold)
    show(message, form)
    if (form === 'card' && host.offsetHeight !== tall) {
      tall = host.offsetHeight
      // It may have no room there as tall as it is.
      show(message, positionBanner(host, placement, tall, fold))
    }
    if (!isNew) return
    shown = key
    dismissals.show(request)
    recovery.shown(request)
    tell('show', request)
  }

  const loadWords = (): void => {
    const lang = wantedLanguage(tag)
    if (lang === loadedLanguage) return
    loadedLanguage = lang
    wordingFor(lang, load).then((loaded) => {
      // Another may be wanted by now.
      if (lang === loadedLanguage) wording = loaded
      watch.lookNextFrame()
    })
  }

  const look = quietly(undefined, (): void => {
    if (signal.aborted) return
    alarm.off()
    if (isEnded()) ending.abort()
    const request = signal.aborted ? null : requestNow()
    if (!request || dismissals.isDismissed(request)) {
      hide()
      watch.rest()
      return
    }
    if (isOff()) {
      hide()
      // Until the page turns into one on which it may be shown.
      watch.follow(null)
      return
    }
    // What it says of its age and its end.
    if (request.kind === 'news') alarm.wakeAt(request.at + OLD)
    if (request.until) alarm.wakeAt(request.until)
    loadWords()
    const found = chat.find()
    found.listen(watch.lookNextFrame, signal)
    const place = placementFor(request, found)
    if (place) draw(request, place)
    else hide()
    watch.follow(found.anchor())
  })
  // In a frame, as everything that reads where things stand.
  return watch.lookNextFrame
}

registerPart(view)
