import { vi } from 'vitest'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const rectOf = ({ left, top, width, height }: Box) => ({
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
})

export const meet = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/** An element with a place, of which there are only rectangles, order and style. */
export class FakeBox {
  parentElement: FakeBox | null = null
  readonly children: FakeBox[] = []
  readonly values = new Map<string, string>()
  readonly priorities = new Set<string>()
  moves = 0
  readonly box: Box
  readonly ownerDocument: { readonly defaultView: { readonly innerHeight: number } }

  constructor(box: Box = { left: 0, top: 0, width: 0, height: 0 }, frameHeight = 0) {
    this.box = box
    this.ownerDocument = { defaultView: { innerHeight: frameHeight } }
  }

  readonly style = {
    getPropertyValue: (name: string): string => this.values.get(name) ?? '',
    setProperty: (name: string, value: string, priority = ''): void => {
      this.priorities.add(priority)
      // As a browser does with what it cannot take.
      if (/^(max-height|width)$/.test(name) && value.startsWith('-')) return
      this.values.set(name, value)
    },
  }

  getBoundingClientRect() {
    return rectOf(this.box)
  }

  get nextElementSibling(): FakeBox | null {
    const siblings = this.parentElement?.children ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }

  /** Whether another comes after this one, where both are in the same parent. */
  compareDocumentPosition(other: FakeBox): number {
    const siblings = this.parentElement?.children ?? []
    return siblings.indexOf(other) > siblings.indexOf(this) ? 4 : 2
  }

  append(child: FakeBox): void {
    const siblings = child.parentElement?.children ?? []
    if (siblings.includes(child)) siblings.splice(siblings.indexOf(child), 1)
    this.children.push(child)
    child.parentElement = this
    child.moves++
  }
}

/** A window of a size, and its page, whose body may be styled. */
export const stubWindow = (width: number, height: number, dir = '', style: readonly string[] = []) => {
  const body = new FakeBox()
  const documentElement = Object.assign(new FakeBox(), { clientWidth: width })
  const styles = new Map([style] as unknown as [string, string][])
  vi.stubGlobal('getComputedStyle', () => ({
    getPropertyValue: (name: string) => styles.get(name) ?? (name === 'will-change' ? 'auto' : 'none'),
  }))
  vi.stubGlobal('innerWidth', width)
  vi.stubGlobal('innerHeight', height)
  vi.stubGlobal('document', { body, dir, documentElement })
  return { body, documentElement }
}

/** Where a host of this height is on the screen, by its style. */
export const placeOf = (
  { values }: FakeBox,
  tall: number,
  screen: { width: number; height: number },
): Box => {
  const styleOf = (name: string): string => values.get(name) ?? ''
  const px = (name: string): number | null =>
    /^-?[\d.]+px$/.test(styleOf(name)) ? Number.parseFloat(styleOf(name)) : null
  const width = px('width') ?? 0
  const [left, right] = [px('left'), px('right')]
  const above = /^calc\(100% - max\((\d+)px, /.exec(styleOf('top'))
  const top = above ? screen.height - Number(above[1]) : px('top')
  if ((left === null) === (right === null) || top === null || styleOf('bottom') !== 'auto')
    throw new Error(`No place: ${JSON.stringify([...values])}`)
  return {
    left: left ?? screen.width - (right ?? 0) - width,
    top: styleOf('transform') === 'translateY(-100%)' ? top - tall : top,
    width,
    height: tall,
  }
}
