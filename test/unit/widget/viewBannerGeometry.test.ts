import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Placement, positionBanner } from '../../../widget/view/bannerGeometry.ts'
import type { Fold } from '../../../widget/view/folding.ts'
import { type Box, FakeBox, meet, placeOf, stubWindow } from './support/boxes.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

interface Stood {
  readonly window?: readonly [width: number, height: number]
  readonly tall?: number
  readonly fold?: Fold
  readonly dir?: string
  /** A property of the body, and its value. */
  readonly style?: readonly [string, string]
}

/** Stands a banner somewhere, and tells in which form and where. */
const stand = (
  spot: Placement,
  { window = [1000, 800], tall = 120, fold = 'new', dir = '', style = ['', ''] }: Stood = {},
) => {
  const [width, height] = window
  const page = stubWindow(width, height, dir, style)
  const host = new FakeBox()
  const form = positionBanner(host, spot, tall, fold)
  return { form, host, ...page, at: placeOf(host, tall, { width, height }) }
}
const attached = (box: Box): Placement => ({ way: 'attached', anchor: new FakeBox(box) })
const floating = (box: Box | null): Placement => ({
  way: 'floating',
  beside: box && new FakeBox(box),
})

/** A panel in the lower right corner, with room above it. */
const PANEL: Box = { left: 600, top: 250, width: 380, height: 530 }

describe('a banner at a panel’s edge', () => {
  it('stands above it, as wide as it is', () => {
    const { form, at } = stand(attached(PANEL))
    expect(form).toBe('card')
    expect(at).toEqual({ left: 600, top: 250 - 8 - 120, width: 380, height: 120 })
  })

  it('stands above it just as long as it fits', () => {
    expect(stand(attached({ ...PANEL, top: 136 })).at).toMatchObject({ left: 600, top: 8 })
    expect(stand(attached({ ...PANEL, top: 135 })).at).toMatchObject({ left: 600 - 288, width: 280 })
  })

  it('stands to its left, else to its right, where there is no room above', () => {
    const tall = { ...PANEL, top: 20, height: 760 }
    expect(stand(attached(tall))).toMatchObject({ form: 'card', at: { left: 312, top: 20, width: 280 } })
    expect(stand(attached({ ...tall, left: 20 }))).toMatchObject({
      form: 'card',
      at: { left: 408, top: 20, width: 280 },
    })
    // Not above the window's edge with a panel that begins there.
    expect(stand(attached({ ...tall, top: -40 })).at.top).toBe(16)
  })

  it('is one line under the header where the panel leaves no room, and folds to a mark', () => {
    const phone = { window: [390, 844] } as const
    const filling = { left: 0, top: 0, width: 390, height: 844 }
    const { form, at } = stand(attached(filling), { ...phone, tall: 40 })
    expect({ form, at }).toEqual({ form: 'line', at: { left: 8, top: 96, width: 374, height: 40 } })
    expect(stand(attached(filling), { ...phone, fold: 'folded' }).form).toBe('mark')
    // Whoever opens it sees the whole of it, and where they write.
    const opened = stand(attached(filling), { ...phone, fold: 'opened' })
    expect(opened.form).toBe('card')
    expect(opened.host.values.get('max-height')).toBe('596px')
  })

  it('stays a card where there is room, folded or not', () => {
    expect(stand(attached(PANEL), { fold: 'folded' }).form).toBe('card')
    expect(stand(floating(null), { fold: 'folded' }).form).toBe('card')
  })
})

const scene = fc
  .record({
    width: fc.integer({ min: 320, max: 2500 }),
    height: fc.integer({ min: 320, max: 1600 }),
    panelWidth: fc.double({ min: 220, max: 900, noNaN: true }),
    panelHeight: fc.double({ min: 220, max: 1200, noNaN: true }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    tall: fc.integer({ min: 30, max: 280 }),
    fold: fc.constantFrom('new', 'folded'),
    dir: fc.constantFrom('', 'ltr', 'rtl'),
  })
  .map(({ width, height, panelWidth, panelHeight, x, y, ...rest }) => {
    const panel = { width: Math.min(panelWidth, width), height: Math.min(panelHeight, height) }
    const box = { ...panel, left: (width - panel.width) * x, top: (height - panel.height) * y }
    return { ...rest, window: [width, height] as const, box }
  })

describe('wherever the panel is', () => {
  it.each(['attached', 'floating'] as const)(
    '%s, a card covers nothing of it and stays in the window',
    (way) => {
      const forms = { card: 0, line: 0, mark: 0, folded: 0 }
      fc.assert(
        fc.property(scene, ({ box, window, tall, fold, dir }) => {
          const spot = way === 'attached' ? attached(box) : floating(box)
          const { form, at } = stand(spot, { window, tall, fold, dir })
          forms[form]++
          const [width] = window
          expect(at.left).toBeGreaterThanOrEqual(0)
          expect(at.left + at.width).toBeLessThanOrEqual(width + 1)
          expect(at.width).toBeGreaterThan(150)
          if (form === 'card') {
            expect(meet(at, box)).toBe(false)
            expect(at.top).toBeGreaterThanOrEqual(0)
          } else {
            // Within the panel, below where its header with the close button ends.
            expect(at.top).toBeGreaterThanOrEqual(box.top + 95)
            expect(form).toBe(fold === 'folded' ? 'mark' : 'line')
          }
        }),
        { numRuns: 1500 },
      )
      for (const form of ['card', 'line', 'mark'] as const) expect(forms[form]).toBeGreaterThan(10)
    },
  )
})

describe('a floating banner', () => {
  it('stands where a launcher would be, by the direction of the page', () => {
    expect(stand(floating(null)).at).toEqual({
      left: 1000 - 16 - 360,
      top: 800 - 16 - 120,
      width: 360,
      height: 120,
    })
    expect(stand(floating(null), { dir: 'rtl' }).at.left).toBe(16)
  })

  it('is narrower than a narrow window', () => {
    expect(stand(floating(null), { window: [320, 600] }).at).toMatchObject({ left: 16, width: 288 })
  })

  it('stands across from an open chat', () => {
    expect(stand(floating(PANEL)).at.left).toBe(16)
    expect(stand(floating({ ...PANEL, left: 20 })).at.left).toBe(1000 - 16 - 360)
  })

  it('stands above the launcher of a closed chat, on its side', () => {
    const launcher = { left: 920, top: 720, width: 60, height: 60 }
    expect(stand(floating(launcher)).at).toMatchObject({ left: 624, top: 720 - 8 - 120 })
    expect(stand(floating({ ...launcher, left: 20 })).at).toMatchObject({ left: 16, top: 592 })
    // And never up over the edge of the view.
    expect(stand(floating(launcher)).host.values.get('max-height')).toBe('696px')
    expect(stand(floating({ ...launcher, top: 30 })).at).toMatchObject({ left: 624, top: 800 - 16 - 120 })
    // One that is hidden counts as none.
    expect(stand(floating({ left: 0, top: 0, width: 0, height: 0 })).at).toMatchObject({ left: 624 })
  })

  it('stands at the chat’s edge where there is no room across from it', () => {
    const { at } = stand(floating({ ...PANEL, left: 300 }))
    expect(at).toMatchObject({ left: 300, top: 122, width: 380 })
  })

  it('is fixed to the view also where the body of the page is not', () => {
    const plain = stand(floating(null))
    expect(plain.host.parentElement).toBe(plain.body)
    for (const style of [
      ['transform', 'matrix(1, 0, 0, 1, 5, 5)'],
      ['filter', 'grayscale(1)'],
      ['clip-path', 'inset(0px)'],
      ['will-change', 'transform'],
    ] as const) {
      const { host, documentElement } = stand(floating(null), { style })
      expect(host.parentElement).toBe(documentElement)
    }
  })

  it('keeps clear of what lies over the lower edge of a phone', () => {
    expect(stand(floating(null)).host.values.get('top')).toContain('max(16px, env(safe-area-inset-bottom))')
  })
})

describe('a banner inside the chat', () => {
  const inside = (below: number, height: number, fold: Fold = 'new') => {
    stubWindow(1000, 800)
    const [frameBody, root, host] = [new FakeBox(), new FakeBox(undefined, height), new FakeBox()]
    frameBody.append(root)
    const form = positionBanner(
      host,
      { way: 'inside', inside: { root, below } } as unknown as Placement,
      120,
      fold,
    )
    return { form, host, frameBody, root }
  }

  it('stands beside its root, under its header, and ends above where people write', () => {
    const { form, host, frameBody } = inside(64, 600)
    expect(form).toBe('card')
    expect(host.parentElement).toBe(frameBody)
    expect(Object.fromEntries(host.values)).toMatchObject({
      position: 'fixed',
      top: '72px',
      left: '8px',
      right: '8px',
      bottom: 'auto',
      width: 'auto',
    })
    const most = Number.parseInt(host.values.get('max-height') ?? '', 10)
    expect(72 + most).toBeLessThanOrEqual(600 - 150)
  })

  it('is a line once it is folded, and whole again once it is opened', () => {
    expect(inside(64, 600, 'folded').form).toBe('folded')
    expect(inside(64, 600, 'opened').form).toBe('card')
  })

  it('has an end above where people write in every frame that it is put in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 1200 }),
        fc.double({ min: 0.05, max: 0.35, noNaN: true }),
        (height, share) => {
          const { host } = inside(height * share, height)
          expect(host.values.get('max-height')).toMatch(/^\d+px$/)
          expect(Number.parseInt(host.values.get('max-height') ?? '', 10)).toBeGreaterThan(50)
        },
      ),
    )
  })
})

describe('a banner in an element of the page', () => {
  it('stands in its flow', () => {
    stubWindow(1000, 800)
    const [target, host, other] = [new FakeBox(), new FakeBox(), new FakeBox()]
    const spot = { way: 'inline', target } as unknown as Placement
    expect(positionBanner(host, spot, 120, 'folded')).toBe('card')
    expect(host.parentElement).toBe(target)
    expect(Object.fromEntries(host.values)).toMatchObject({ position: 'static', 'max-height': 'none' })
    target.append(other)
    positionBanner(host, spot, 120, 'folded')
    // What the page adds after it may stay after it.
    expect(host.moves).toBe(1)
  })
})

describe('whatever the place', () => {
  it('the banner comes after the chat, to lie over it, and is not moved while it does: moving loses focus', () => {
    const { body } = stubWindow(1000, 800)
    const [host, chat] = [new FakeBox(), new FakeBox(PANEL)]
    body.append(chat)
    const spot: Placement = { way: 'attached', anchor: chat }
    for (let look = 0; look < 3; look++) positionBanner(host, spot, 120, 'new')
    expect(host.moves).toBe(1)
    expect(body.children.at(-1)).toBe(host)
    // What others add is none of ours.
    body.append(new FakeBox())
    positionBanner(host, spot, 120, 'new')
    expect(host.moves).toBe(1)
    // A chat that is drawn anew is.
    body.append(chat)
    positionBanner(host, spot, 120, 'new')
    expect(body.children.at(-1)).toBe(host)
    expect(host.moves).toBe(2)
  })

  it('no rule of the page wins over it, and nothing is left of the place before', () => {
    const { body } = stubWindow(1000, 800)
    const host = new FakeBox()
    positionBanner(host, floating(null), 120, 'new')
    positionBanner(host, attached(PANEL), 120, 'new')
    expect(Object.fromEntries(host.values)).toMatchObject({ right: 'auto', top: '242px', left: '600px' })
    positionBanner(host, { way: 'inline', target: body } as unknown as Placement, 120, 'new')
    expect(Object.fromEntries(host.values)).toMatchObject({
      position: 'static',
      left: 'auto',
      top: 'auto',
      width: 'auto',
      transform: 'none',
    })
    expect([...host.priorities]).toEqual(['important'])
  })
})
