import { beforeAll, describe, expect, it } from 'vitest'
import { HOST, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Page styles that reach everything. A note drawn without a shadow root is bent by each of them; ours is not.
// What an owner writes for `podlight-banner` by name is another matter, see below.

/** What there is to see of a note: where it is, whether it is there at all, and its colours. */
const LOOKS = (element: string, text: string): string => `
  const element = ${element}
  const text = ${text}
  const box = element.getBoundingClientRect()
  const round = Math.round
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  const isInSight = hit !== null && (element.getRootNode().host ?? element).contains(hit)
  const { color, backgroundColor, display, fontSize, fontWeight, opacity, visibility, textTransform } = getComputedStyle(text)
  return {
    right: round(document.documentElement.clientWidth - box.right), bottom: round(innerHeight - box.bottom), width: round(box.width),
    height: round(box.height), color, backgroundColor, display, fontSize, fontWeight, opacity, visibility, textTransform,
    isInSight,
  }`

const OURS = LOOKS(
  `${HOST}.shadowRoot.querySelector('section')`,
  `${HOST}.shadowRoot.querySelector('.headline')`,
)
const NAIVES = LOOKS(`document.querySelector('#naive')`, `document.querySelector('#naive p')`)

/** A note as one would draw it. */
const NAIVE = `addEventListener('load', () => {
  const note = document.createElement('div')
  note.id = 'naive'
  Object.assign(note.style, {
    position: 'fixed', right: '16px', bottom: '16px', width: '360px', padding: '12px', font: '14px system-ui',
    color: 'black', background: 'white', zIndex: 2147483647,
  })
  const words = document.createElement('p')
  words.textContent = 'Files may not go through right now.'
  note.append(words)
  document.body.append(note)
})`

const STYLES: Readonly<Record<string, string>> = {
  'all unset': '* { all: unset !important }',
  'everything hidden': 'body > * { display: none !important }',
  'elements by name':
    'div, section, p, button, svg, a { display: none !important; color: red !important; width: 1px !important }',
  'unknown elements hidden': ':not(:defined), body > :not(h1) { visibility: hidden !important }',
  'everything see-through': 'body * { opacity: .1 !important; pointer-events: none !important }',
  'everything moved':
    'body * { transform: translate(-40px, -40px) !important; position: static !important; margin: 30px !important }',
  'everything cut':
    'body * { clip-path: circle(1px) !important; overflow: hidden !important; max-height: 3px !important }',
  'everything contained':
    'body * { contain: strict !important; content-visibility: hidden !important; zoom: 3 !important }',
  'giant letters':
    'html { font-size: 60px } * { font-size: 3rem !important; text-transform: uppercase; letter-spacing: 1em !important }',
}

/** Where fixed things are bent because the page as a whole is. */
const BODIES: Readonly<Record<string, string>> = {
  'a moved page': 'body { transform: translate(5px, 5px); height: 3000px }',
  'a filtered page': 'body { filter: grayscale(1); height: 3000px }',
  'a page of its own layer': 'body { will-change: transform; contain: layout; height: 3000px }',
  'a clipped page': 'body { clip-path: inset(0 0 50% 0); height: 300px }',
  'a page in perspective': 'body { perspective: 100px; height: 3000px }',
}

describe.each(ALL)('page styles in %s', (name) => {
  const manners = mannersIn(name, { reducedMotion: true })
  let plain: unknown
  let plainNaive: unknown
  const styled = (style: string) => ({
    viewport: 'width=device-width',
    headMarkup: `<style>html { background: white; color-scheme: light }</style><style>${style}</style>`,
  })
  const ours = async (style: string): Promise<unknown> => {
    let seen: unknown
    await manners.visit(styled(style), async ({ headline, run }) => {
      await headline()
      seen = await run(OURS)
      expect(seen).toMatchObject({ width: 360, isInSight: true })
    })
    return seen
  }
  const naives = async (style: string): Promise<unknown> => {
    let seen: unknown
    await manners.visit({ ...styled(style), naive: NAIVE }, async ({ run, seen: wait }) => {
      await wait('document.querySelector("#naive") !== null', true)
      seen = await run(NAIVES)
    })
    return seen
  }

  beforeAll(async () => {
    plain = await ours('')
    plainNaive = await naives('')
  })

  it.each(Object.entries({ ...STYLES, ...BODIES }))('%s', async (_, style) => {
    expect(await naives(style)).not.toEqual(plainNaive)
    expect(await ours(style)).toEqual(plain)
  })

  it('lets the owner of the page take it away by its name', () =>
    manners.visit(
      {
        ...styled('podlight-banner, podlight-live { display: none !important }'),
        before: 'addEventListener("load", () => 0)',
      },
      async ({ headline, run }) => {
        await headline()
        // Ours is important too, and in the element itself, so a rule cannot win; `data-mode="off"`, the meta and the
        // page API take it away for good.
        expect(await run(`return getComputedStyle(${HOST}).display`)).toBe('block')
        await run('podlight("destroy")')
        await manners.gone(run)
      },
    ))

  it('stands in a page that is read from the right', () =>
    manners.visit({ ...styled(''), dir: 'rtl', lang: 'he' }, async ({ seen, run }) => {
      await seen(`${HOST}?.dir`, 'rtl')
      expect(await run(`return Math.round(${HOST}.getBoundingClientRect().left)`)).toBe(16)
    }))
})
