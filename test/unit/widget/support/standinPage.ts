import type { stubChatPage } from './chatPage.ts'

type Page = ReturnType<typeof stubChatPage>

/** What the fake page put in the place of a browser's, which these tests know no types of. */
const place = () =>
  globalThis as unknown as {
    readonly innerWidth: number
    readonly innerHeight: number
    readonly document: object
  }

/** An element as far as a stand-in makes one: attributes, styles and what is in it. Of a size where it has one in pixels. */
class FakeElement extends EventTarget {
  readonly attributes = new Map<string, string>()
  readonly styles = new Map<string, string>()
  readonly children: unknown[] = []
  readonly contentWindow = { postMessage: () => undefined }
  readonly style = { setProperty: (name: string, value: string) => this.styles.set(name, value) }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value)
  }

  append(...children: unknown[]): void {
    this.children.push(...children)
  }

  /** What the fake page asks for computed styles. */
  get drawn(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.styles)
  }

  getBoundingClientRect() {
    const px = (name: string): number => Number.parseFloat(this.styles.get(name) ?? '0')
    const [width, height] = [px('width'), px('height')]
    const { innerWidth, innerHeight } = place()
    const [right, bottom] = [innerWidth - px('right'), innerHeight - px('bottom')]
    return { width, height, right, bottom, left: right - width, top: bottom - height }
  }
}

/** Runs the script of a chat's stand-in on the page of the unit tests, as far as its own window goes. */
export const runStandin = (page: Page, code: string, src: string) => {
  const body: FakeElement[] = []
  const append = (element: FakeElement): void => {
    body.push(element)
    page.put(`.${element.attributes.get('class')}`, element)
  }
  page.scripts.push({ src })
  Object.assign(place().document, { createElement: () => new FakeElement(), body: { append } })
  Object.assign(page.currentScript, { src })
  new Function(code)()
  return { body, load: () => page.fire('load') }
}
