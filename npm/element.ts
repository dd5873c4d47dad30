import type { Judgement } from '../shared/model/verdict.ts'
import { quietly } from '../widget/quietly.ts'
import type { BannerMoment } from './bannerMoment.ts'
import {
  BANNER_OPTIONS,
  type BannerOption,
  type BannerProperties,
  propertyOf,
} from './element/bannerOptions.ts'
import { type BannerView, createBannerView } from './element/bannerView.ts'
import { optionsOf } from './element/optionsOf.ts'
import { watchedBy, watchFor } from './element/watchFor.ts'

export type { Judgement as Verdict } from '../shared/model/verdict.ts'
export type { Scene } from '../shared/text/scene.ts'
export type { BannerMoment } from './bannerMoment.ts'

/** The element's attributes and events, for the types of a framework's markup. */
export type PodlightBannerAttributes = { [Name in BannerOption]?: string | undefined } & {
  onchange?: ((event: CustomEvent<Judgement>) => void) | undefined
  onshow?: ((event: CustomEvent<BannerMoment>) => void) | undefined
  ondismiss?: ((event: CustomEvent<BannerMoment>) => void) | undefined
}

/** On a server there are no elements; the module can be loaded there all the same. */
const Base = (typeof HTMLElement === 'undefined'
  ? class {}
  : HTMLElement) as unknown as new () => HTMLElement & BannerProperties

/**
 * `<podlight-banner pod="prod2">`: a banner that stands where it is placed, and is not there while nothing is wrong.
 * It fires `change` with the verdict, and `show` and `dismiss` with `{ kind, scene }`; none of them bubbles.
 */
export class PodlightBanner extends Base {
  static readonly observedAttributes: readonly string[] = BANNER_OPTIONS

  #verdict: Judgement | null = null
  #told = ''
  #root: ShadowRoot | null = null
  #view: BannerView | null = null
  #watched = ''
  #stop: () => void = () => undefined
  #isDue = false

  /** What is known of the pod; null before anything is. */
  get verdict(): Judgement | null {
    return this.#verdict
  }

  /** @internal */
  connectedCallback(): void {
    // The script tag's banner bears the same name, and has its own shadow by the time it is in the page.
    if (this.#root === null && this.shadowRoot !== null) return
    try {
      this.#root ??= this.attachShadow({ mode: 'open' })
    } catch {
      // Somebody else's shadow, and a closed one.
      return
    }
    this.#takeProperties()
    this.#updateSoon()
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#updateSoon()
  }

  /** @internal */
  adoptedCallback(): void {
    // Style sheets stay behind in the document that they were made for.
    if (this.#root !== null) this.#end()
  }

  /** @internal */
  attributeChangedCallback(): void {
    this.#updateSoon()
  }

  /** What was set before the element was defined is in the way of its properties, and is what they are to be. */
  #takeProperties(): void {
    for (const name of BANNER_OPTIONS.map(propertyOf)) {
      if (!Object.hasOwn(this, name)) continue
      const value: unknown = Reflect.get(this, name)
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, value)
    }
  }

  /** Once for whatever happens in one go: an element that is moved leaves and comes, and nothing has changed. */
  #updateSoon(): void {
    if (this.#isDue || this.#root === null) return
    this.#isDue = true
    queueMicrotask(quietly(undefined, () => this.#update()))
  }

  #update(): void {
    this.#isDue = false
    if (this.#root === null) return
    if (!this.isConnected) {
      this.#end()
      return
    }
    const options = optionsOf(this)
    this.#view ??= createBannerView({
      element: this,
      root: this.#root,
      options,
      verdict: () => this.#verdict,
      tell: (event, { kind, scene }) => this.#tell(event, { kind, scene }),
    })
    const watched = watchedBy(options)
    if (watched !== this.#watched) {
      this.#letGo()
      this.#watched = watched
      // In a turn of its own: others that are changed with it let go of what they watched first.
      queueMicrotask(quietly(undefined, () => this.#begin(watched)))
    }
    this.#view.look()
  }

  #begin(watched: string): void {
    if (watched !== this.#watched) return
    this.#stop()
    this.#stop = watchFor(
      optionsOf(this),
      (verdict) => this.#hear(verdict),
      () => {
        this.#watched = ''
        this.#updateSoon()
      },
    )
  }

  /** What was known is of another pod now, or too old by the time that somebody reads it. */
  #letGo(): void {
    this.#stop()
    this.#stop = () => undefined
    this.#verdict = null
    this.#told = ''
    this.#watched = ''
  }

  #hear(verdict: Judgement): void {
    this.#verdict = verdict
    const told = JSON.stringify({ ...verdict, asOf: null })
    if (told !== this.#told) this.#tell('change', verdict)
    this.#told = told
    this.#view?.look()
  }

  #tell(event: string, detail: Judgement | BannerMoment): void {
    this.dispatchEvent(new CustomEvent(event, { detail }))
  }

  #end(): void {
    this.#letGo()
    this.#view?.end()
    this.#view = null
  }
}

for (const name of BANNER_OPTIONS)
  if (!(propertyOf(name) in PodlightBanner.prototype))
    Object.defineProperty(PodlightBanner.prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name)
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name)
        else this.setAttribute(name, `${value}`)
      },
    })

// Another copy of this module may have been first.
if (typeof customElements !== 'undefined' && !customElements.get('podlight-banner'))
  customElements.define('podlight-banner', PodlightBanner)

declare global {
  interface HTMLElementTagNameMap {
    'podlight-banner': PodlightBanner
  }
}
