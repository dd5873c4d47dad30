import { OLD } from '../../shared/model/limits.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { requestOf, sceneNamed } from '../../widget/api/ownerScene.ts'
import { optionOf } from '../../widget/loader/tagOption.ts'
import { chosen } from '../../widget/options.ts'
import {
  type BannerEvent,
  type BannerRequest,
  isOff,
  type OptionSource,
  type RequestContext,
} from '../../widget/protocol.ts'
import { quietly } from '../../widget/quietly.ts'
import { createAlarm } from '../../widget/view/alarm.ts'
import { type BannerElement, createBannerElement } from '../../widget/view/bannerElement.ts'
import { contactOf } from '../../widget/view/contact.ts'
import { isDarkAt } from '../../widget/view/dark.ts'
import { dismissalsOf } from '../../widget/view/dismissals.ts'
import { wantedLanguage, wordingIn } from '../../widget/view/language.ts'
import { liveRegion } from '../../widget/view/liveRegion.ts'
import { messageOf, type Wording } from '../../widget/view/message.ts'
import { passOnOwnerStyles } from '../../widget/view/ownerStyles.ts'
import { withRecovery } from '../../widget/view/recovery.ts'
import { setStyles } from '../../widget/view/setStyles.ts'
import { watchPage } from '../../widget/view/watchPage.ts'
import { setShown } from './shownStyles.ts'
import { loadWords } from './words.ts'

/** Parts of the banner, for the page's styles to reach through the element's own shadow. */
const PARTS = 'banner,label,headline,works,details,contact,link,open,close,mark'

export interface BannerStage {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  readonly options: OptionSource
  verdict(): Judgement | null
  /** Tells the page what became of the banner. */
  tell(event: BannerEvent, detail: Pick<BannerRequest, 'kind' | 'scene'>): void
}

export interface BannerView {
  /** Something may have changed: looks again in the next frame. */
  look(): void
  /** Takes everything away. */
  end(): void
}

/** What decides over the banner beside the news: what was closed, and what a visitor saw. */
const createMemory = (context: RequestContext, wakeAt: ReturnType<typeof createAlarm>['wakeAt']) => {
  const dismissals = dismissalsOf(context.tag)
  return { dismissals, recovery: withRecovery(context, dismissals, wakeAt) }
}

/** Draws the banner where the element stands. */
export const createBannerView = ({ element, root, options, verdict, tell }: BannerStage): BannerView => {
  const ending = new AbortController()
  const page = watchPage(element, () => look())
  const alarm = createAlarm(page.lookNextFrame)
  const say = liveRegion(ending.signal)
  let example: BannerRequest | null = null
  let exampleOf = ''
  let memory: ReturnType<typeof createMemory> | undefined
  let memoryOf = ''
  let banner: BannerElement | undefined
  let wording: Wording | undefined
  let wantedWords = ''
  let shown = ''

  const ownersRequest = (): BannerRequest | null => {
    const name = optionOf(options, 'preview')
    if (name !== exampleOf) {
      exampleOf = name
      const scene = name ? sceneNamed(name) : undefined
      example = scene ? requestOf('example', scene) : null
    }
    return example
  }
  const context: RequestContext = {
    tag: options,
    news: () => verdict() ?? { pod: undefined, level: 'unknown' },
    ownersRequest,
  }
  /** Made anew where an option changed that it was made with: another pod that is well is no recovery of this one. */
  const currentMemory = (): ReturnType<typeof createMemory> => {
    const madeWith = ['pod', 'feed', 'watch', 'storage'].map((name) => optionOf(options, name)).join()
    if (memory === undefined || madeWith !== memoryOf) memory = createMemory(context, alarm.wakeAt)
    memoryOf = madeWith
    return memory
  }

  const hide = (): void => {
    banner?.remove()
    banner = undefined
    setShown(root, false)
    shown = ''
  }

  const close = quietly(undefined, (): void => {
    const { dismissals, recovery } = currentMemory()
    const request = recovery.request()
    if (!request) return
    dismissals.dismiss(request)
    recovery.forget()
    hide()
    tell('dismiss', request)
  })

  const wantWords = (): void => {
    const lang = wantedLanguage(options)
    if (lang === wantedWords) return
    wantedWords = lang
    loadWords(lang).then(([loaded, words]) => {
      // Another may be wanted by now.
      if (lang === wantedWords) wording = wordingIn(loaded, words)
      page.lookNextFrame()
    })
  }

  const draw = (request: BannerRequest, words: Wording): void => {
    const theme = chosen(options, 'theme', 'auto, light or dark', 'auto')
    const isDark = theme === 'auto' ? isDarkAt(element) : theme === 'dark'
    banner ??= createBannerElement(element.ownerDocument, { close, open: () => undefined })
    const { host } = banner
    if (host.parentNode !== root) {
      host.setAttribute('exportparts', PARTS)
      setStyles(host, { display: 'block' })
      root.append(host)
    }
    setShown(root, true)
    passOnOwnerStyles(host, element)
    const message = messageOf(request, words, options, contactOf(options), 'outside')
    banner.show({ ...message, isDark }, 'card')
    const key = `${request.kind} ${request.scene} ${request.trouble}`
    if (key === shown) return
    shown = key
    say(`${message.headline} ${message.works}`, message.lang, key)
    const { dismissals, recovery } = currentMemory()
    dismissals.show(request)
    recovery.shown(request)
    tell('show', request)
  }

  const look = quietly(undefined, (): void => {
    alarm.off()
    if (ending.signal.aborted) return
    const { dismissals, recovery } = currentMemory()
    const request = isOff() ? null : recovery.request()
    if (!request || dismissals.isDismissed(request)) {
      hide()
      page.rest()
      return
    }
    // What it says of its age.
    if (request.kind === 'news') alarm.wakeAt(request.at + OLD)
    wantWords()
    if (wording) draw(request, wording)
    page.follow(null)
  })

  setShown(root, false)
  return {
    look: page.lookNextFrame,
    end: quietly(undefined, () => {
      ending.abort()
      alarm.off()
      page.rest()
      hide()
    }),
  }
}
