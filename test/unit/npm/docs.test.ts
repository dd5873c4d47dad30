import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BANNER_OPTIONS } from '../../../npm/element/bannerOptions.ts'
import { checkOptions } from '../../../npm/watch/checkOptions.ts'
import type { WatchOptions } from '../../../npm/watch/watchOptions.ts'
import { IMPORTS } from '../../../scripts/sizes/npmPackage.ts'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { LANGUAGES } from '../../../shared/text/languages.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import { PROPERTIES } from '../../../widget/view/ownerStyles.ts'
import { firstCells, plain, rowsUnder } from '../../support/tables.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readme = read('npm/README.md')

/** The tables of a section that has more than one, each with its first cells. */
const columnsUnder = (heading: string): string[][] =>
  (readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '')
    .split(/^\| [^|]*\|.*\n\| ---.*$/m)
    .slice(1)
    .map((table) => [...table.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell]) => plain(cell)))

describe('npm/README.md', () => {
  it('lists every option of watchPod, and no other', () => {
    const told = firstCells(readme, 'Watch a pod')
    const refused = (name: string): boolean => {
      try {
        checkOptions({ pod: 'prod1', [name]: undefined } as unknown as WatchOptions, '')
        return false
      } catch (error) {
        return `${error}`.includes('no option')
      }
    }
    expect(told.filter(refused)).toEqual([])
    expect(refused('pods')).toBe(true)
    const { 1: list = '' } = /NAMES[^[]*\[([^\]]*)\]/.exec(read('npm/watch/checkOptions.ts')) ?? []
    expect(told).toEqual(list.match(/\w+/g))
  })

  it('lists every attribute and every event of the element', () => {
    const [attributes = [], events = []] = columnsUnder('The banner')
    const used = BANNER_OPTIONS.map((name) =>
      name.startsWith('text-') ? `text-SCENE${name.endsWith('-works') ? '-works' : ''}` : name,
    )
    expect([...attributes].sort()).toEqual([...new Set(used)].sort())
    const told = [
      ...`${read('npm/element.ts')}${read('widget/protocol.ts')}`.matchAll(
        /#tell\('(\w+)'|BannerEvent = (.*)$/gm,
      ),
    ]
    const names = told
      .flatMap(([, one, both = '']) => [one ?? '', ...(both.match(/\w+/g) ?? [])])
      .filter(Boolean)
    expect([...events].sort()).toEqual(names.sort())
  })

  it('lists every language, scene, level, property and part', () => {
    const [, values = ''] = rowsUnder(readme, 'The banner').find(([name]) => plain(name) === 'lang') ?? []
    expect(values.match(/[\w-]+/g)).toEqual([...LANGUAGES])
    for (const word of [...SCENES, ...LEVELS]) expect(readme).toContain(`\`${word}\``)
    for (const name of PROPERTIES) expect(readme).toMatch(new RegExp(`\`(--podlight)?-${name}\``))
    const { 1: parts = '' } = /PARTS = '([^']*)'/.exec(read('npm/element/bannerView.ts')) ?? []
    const view = read('widget/view/bannerElement.ts')
    const drawn = [...view.matchAll(/part: '(\w+)'|\[('label'[^\]]*)\]/g)].flatMap(
      ([, one, many]) => one ?? many?.match(/\w+/g) ?? [],
    )
    expect(parts.split(',').sort()).toEqual([...new Set(drawn)].sort())
    // What folds or opens belongs to the tag's banner alone.
    for (const part of parts.split(',').filter((one) => one !== 'open' && one !== 'mark'))
      expect(readme).toContain(`\`${part}\``)
  })

  it('tells the sizes that are checked', () => {
    const told = rowsUnder(readme, 'What it costs').map(([what, most = '']) => [
      plain(what),
      Number.parseFloat(most) * 1000,
    ])
    expect(told).toEqual(IMPORTS.map(({ what, most }) => [what, most]))
  })

  it('lists every stored key, as docs/privacy.md does', () => {
    const sources = ['npm', 'widget/view'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => read(`${folder}/${name}`)),
    )
    const keys = sources.flatMap((text) =>
      [...text.matchAll(/const KEY = '([\w-]+)'/g)].map(([, key]) => key),
    )
    expect(keys.length).toBe(2)
    expect(firstCells(readme, 'What is stored').sort()).toEqual(keys.sort())
    expect(firstCells(read('docs/privacy.md'), 'What the npm package does').sort()).toEqual(keys.sort())
  })
})
