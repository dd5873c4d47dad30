import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { COLORS } from '../../../shared/text/colors.ts'
import { RULES } from '../../../widget/view/styles.ts'
import { contrast, difference, mixed, SIGHTS } from '../../support/colour.ts'
import { plain, rowsUnder } from '../../support/tables.ts'

// One visual language: what docs/looks.md says, the tokens say, and everything drawn keeps to it.

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

type Tokens = Readonly<Record<string, string>>
const tokensIn = (css: string): Tokens =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
const tokens = read('extension/ui/tokens.css')
const [light, dark] = tokens.split('@media').map(tokensIn) as [Tokens, Tokens]
const schemes = [
  { scheme: 'light', own: light },
  { scheme: 'dark', own: { ...light, ...dark } },
]
const of = (own: Tokens, name: string): string => {
  const value = own[name]
  if (value === undefined) throw new Error(`No token ${name}`)
  return value
}

describe('docs/looks.md', () => {
  const docs = read('docs/looks.md')
  it.each(['Levels', 'Surfaces and text'])('tells the colours as they are: %s', (heading) => {
    const rows = rowsUnder(docs, heading).map((row) => row.map(plain))
    expect(rows.length).toBeGreaterThan(5)
    for (const [name = '', , bright, dim] of rows)
      expect([name, bright, dim]).toEqual([name, of(light, name), of(dark, name)])
    if (heading === 'Levels') expect(rows.map(([name]) => name).sort()).toEqual([...LEVELS].sort())
  })

  it('names every colour there is', () => {
    const told = ['Levels', 'Surfaces and text'].flatMap((heading) =>
      rowsUnder(docs, heading).map(([name]) => plain(name)),
    )
    const colours = Object.keys(light).filter((name) => of(light, name).startsWith('#'))
    expect([...told].sort()).toEqual([...colours].sort())
  })
})

describe.each(schemes)('colours, $scheme', ({ own }) => {
  const ground = of(own, 'ground')
  const grounds = [ground, of(own, 'raised')]
  const tint = Number.parseInt(of(own, 'tint'), 10) / 100

  it.each([...LEVELS, 'ink', 'soft', 'accent'])('%s can be read wherever it stands', (name) => {
    const color = of(own, name)
    for (const under of [...grounds, mixed(color, ground, tint)])
      expect(contrast(color, under)).toBeGreaterThanOrEqual(4.5)
  })

  it('text can be read on every tint', () => {
    for (const level of LEVELS)
      for (const text of ['ink', 'soft'])
        expect(contrast(of(own, text), mixed(of(own, level), ground, tint)), level).toBeGreaterThanOrEqual(
          4.5,
        )
    expect(contrast(of(own, 'on-accent'), of(own, 'accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of(own, 'control'), ground)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(SIGHTS))('levels are told apart by %s sight', (_, sight) => {
    for (const level of LEVELS)
      for (const other of LEVELS)
        if (level !== other)
          expect(
            difference(of(own, level), of(own, other), sight),
            `${level}, ${other}`,
          ).toBeGreaterThanOrEqual(20)
  })
})

it('badges wear the colours of levels', () => {
  for (const level of LEVELS) expect(COLORS[level]).toBe(light[level])
})

it('the banner wears the colours of the pages', () => {
  const long = (color = ''): string => color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  const rule = (selector: string): Tokens => {
    const body = RULES.split('\n').find((line) => line.startsWith(`${selector}{`)) ?? ''
    return Object.fromEntries(
      [...body.matchAll(/--(\w+):([^;}]+)/g)].map(([, name = '', value]) => [name, long(value)]),
    )
  }
  const surface = (own: Tokens): Tokens => ({
    tone: of(own, 'degraded'),
    back: of(own, 'ground'),
    text: of(own, 'ink'),
    soft: of(own, 'soft'),
    line: of(own, 'line'),
  })
  expect(rule(':host')).toEqual(surface(light))
  expect(rule(':host(.dark)')).toEqual(surface(dark))
  expect([rule(':host(.info)'), rule(':host(.good)')]).toEqual([
    { tone: light['notice'] },
    { tone: light['ok'] },
  ])
  expect([rule(':host(.dark.info)'), rule(':host(.dark.good)')]).toEqual([
    { tone: dark['notice'] },
    { tone: dark['ok'] },
  ])
})

const sheets = ['extension', 'scripts']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map((name) =>
      `${folder}/${name}`.replaceAll('\\', '/'),
    ),
  )
  // What stands for somebody else's page looks like somebody else's.
  .filter((name) => name.endsWith('.css') && !name.includes('/sample/') && !name.endsWith('/tokens.css'))

describe('style sheets', () => {
  const TYPE = ['12px', '13px', '14px', '16px', '18px', '24px', 'inherit']
  const SPACE = [0, 1, 2, 4, 8, 12, 16, 20, 32, 64]
  const CORNERS = ['4px', '8px', '12px', '999px', '50%']

  it('are all looked at', () => expect(sheets.length).toBeGreaterThan(5))

  it.each(sheets)('%s keeps to the tokens and the scales', (name) => {
    const css = read(name)
    const values = (property: string): string[] =>
      [...css.matchAll(new RegExp(`[\\s{;]${property}: ([^;]+);`, 'g'))].map(([, value = '']) => value)
    expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(/g) ?? []).toEqual([])
    const sizes = [
      ...values('font-size'),
      ...values('font').map((font) => /^(\S+)/.exec(font.trim())?.[1] ?? ''),
    ]
    expect(sizes.filter((size) => !TYPE.includes(size))).toEqual([])
    expect(values('border-radius').filter((radius) => !CORNERS.includes(radius))).toEqual([])
    const spaces = [
      ...values('(?:row-|column-)?gap'),
      ...values('padding(?:-[a-z-]+)?'),
      ...values('margin(?:-[a-z-]+)?'),
    ]
    const pixels = spaces.flatMap((value) =>
      [...value.matchAll(/-?([\d.]+)px/g)].map(([, size]) => Number(size)),
    )
    expect(pixels.filter((size) => !SPACE.includes(size))).toEqual([])
  })
})
