import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../../scripts/playground/page/fields.ts'
import { STEPS } from '../../../scripts/sizes/widgetSteps.ts'
import { LANGUAGES } from '../../../shared/text/languages.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { firstCells, rowsUnder } from '../../support/tables.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const docs = read('docs/widget.md')

const source = readdirSync(new URL('widget/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`widget/${path}`))
  .join('\n')
const found = (pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort()

describe('docs/widget.md', () => {
  it('lists every scene', () => {
    expect(firstCells(docs, 'What visitors see')).toEqual([...SCENES])
  })

  it('lists every option that the code reads', () => {
    const told = firstCells(docs, 'Options').map((name) => name.replace('data-', ''))
    const used = [
      ...found(/(?:optionOf|chosen)\(\s*tag,\s*'([a-z-]+)'/g),
      ...found(/\boption\('([a-z-]+)'\)/g),
      ...found(/^ {2}\[\s*'([a-z]+)',/gm),
      'text-SCENE',
      'text-SCENE-works',
    ]
    expect([...told].sort()).toEqual([...new Set(used)].sort())
  })

  it('lists every language', () => {
    const [, values = ''] = rowsUnder(docs, 'Options').find(([name]) => name?.includes('data-lang')) ?? []
    expect([...values.matchAll(/`([^`]+)`/g)].map(([, tag]) => tag)).toEqual([...LANGUAGES])
  })

  it('lists every chat, and so does the playground', () => {
    const [, table = ''] = /CHATS:[^=]*=> Chat>> = \{([^}]*)\}/.exec(read('widget/chats/others.ts')) ?? []
    const known = ['kustomer', ...(table.match(/\w+/g) ?? []), 'none']
    expect(known.length).toBeGreaterThan(2)
    const [, values = ''] = rowsUnder(docs, 'Options').find(([name]) => name?.includes('data-chat')) ?? []
    expect([...values.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(known)
    expect(FIELDS.find(({ name }) => name === 'chat')?.choices).toEqual(['auto', ...known])
  })

  it('lists every call of the page API', () => {
    const told = firstCells(docs, "From the page's").map((call) => /podlight\('(\w+)'/.exec(call)?.[1])
    const takes = /takes[^=]*=> void>> = \{([\s\S]*?)\n {2}\}/.exec(read('widget/api/main.ts'))?.[1] ?? ''
    const taken = [...takes.matchAll(/^ {4}(\w+)[:,]/gm)].map(([, name]) => name)
    expect([...told].sort()).toEqual([...taken].sort())
  })

  it('lists every custom property and every part', () => {
    const look = read('widget/view/styles.ts')
    expect(
      firstCells(docs, 'Looks')
        .map((name) => name.replace('--podlight-', ''))
        .sort(),
    ).toEqual([...new Set([...look.matchAll(/var\(--podlight-(\w+)/g)].map(([, name]) => name))].sort())
    const brand = /PROPERTIES = \[([^\]]*)\]/.exec(read('widget/view/ownerStyles.ts'))?.[1] ?? ''
    expect(firstCells(docs, 'Looks').map((name) => `'${name.replace('--podlight-', '')}'`)).toEqual(
      brand.split(',').map((name) => name.trim()),
    )
    const view = read('widget/view/bannerElement.ts')
    const parts = [...view.matchAll(/part: '(\w+)'/g)].map(([, name]) => name)
    const texts = /\[('label'[^\]]*)\]\.map/.exec(view)?.[1]?.match(/\w+/g) ?? []
    const told = /Parts are ([^.]*)\./.exec(docs)?.[1]?.match(/\w+/g) ?? []
    expect([...told].sort()).toEqual([...new Set([...parts, ...texts])].sort())
  })

  it('tells the budgets that are checked', () => {
    const told = rowsUnder(docs, 'What it costs').map(([, most = '']) => Number.parseFloat(most) * 1000)
    // One row stands for every language.
    const rows = STEPS.filter(({ step }) => !step.startsWith('one more language') || step.endsWith(': de'))
    expect(told).toEqual(rows.map(({ most }) => most))
  })

  it('lists every stored key', () => {
    const keys = [...found(/const KEY = '([\w-]+)'/g), ...found(/localStorage\['([\w-]+)'\]/g)]
    expect(firstCells(docs, 'What is stored').sort()).toEqual([...new Set(keys)].sort())
  })

  it('names the vendor’s own page', () => {
    expect(docs).toContain(`connect-src https://${kustomer.page.hosts[0]}`)
  })
})

describe('the facts of the vendor', () => {
  it('stand in its file alone: neither the loader nor the judgement says them again', () => {
    const { page, chatKey, pods } = kustomer
    const own = readdirSync(new URL('widget/', root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(loader|second).*\.ts$/.test(path))
      // What owners read on the console has a pod for an example.
      .map((path) => read(`widget/${path}`).replace('such as prod1', ''))
      .join('\n')
    const facts = [page.id, ...page.hosts.map((host) => `//${host}`), chatKey.attribute, ...pods.keys()]
    expect(facts.filter((fact) => own.includes(fact))).toEqual([])
  })
})
