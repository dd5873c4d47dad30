import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Part } from '../../../scripts/embed/manifest.ts'
import { weighWidget } from '../../../scripts/sizes/widgetSteps.ts'
import { noChat } from '../../../widget/chats/chat.ts'
import type { Others } from '../../../widget/chats/others.ts'
import { manifestIn, partFile } from '../../support/builtWidget.ts'
import { type Block, copied, filesIn, run, stepsOf, write } from '../../support/guide.ts'
import { stubChatPage } from '../widget/support/chatPage.ts'
import { hearWarnings } from '../widget/support/globals.ts'
import { runStandin } from '../widget/support/standinPage.ts'
import { FakeTag } from '../widget/support/tag.ts'

// Somebody who follows docs/add-a-chat.md to the letter has a chat in the end, by which a banner stands. Its last
// command needs browsers and is run by nobody here; what it runs is type-checked, and its stand-in is used.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const guide = readFileSync(join(root, 'docs/add-a-chat.md'), 'utf8')
const [
  adapter = [],
  list = [],
  owners = [],
  unit = [],
  weighing = [],
  standin = [],
  known = [],
  browser = [],
] = stepsOf(guide)

let home = ''
beforeAll(() => {
  home = copied('chat')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.filter(({ kind }) => kind === 'sh').flatMap(({ code }) => code.split('\n'))
const writeAll = (...steps: readonly (readonly Block[])[]): void => {
  for (const block of steps.flat()) if (block.kind !== 'sh') write(home, block)
}

/** What the compiler says of these files as parts of the project's tests. */
const typed = (files: readonly string[]) => {
  const compilerOptions = { lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'], incremental: false }
  const config = { extends: './tsconfig.base.json', compilerOptions, files }
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(config))
  return run(home, 'npm run -s types', ['tsconfig.json'])
}

/** Where a copy of the repository builds its widget. */
const widgetIn = (folder: string): URL => pathToFileURL(join(folder, 'dist/widget/'))

it('leads to a chat that is listed, tested, built and light', { timeout: 300_000 }, () => {
  expect(stepsOf(guide)).toHaveLength(8)
  const [types = '', tests = ''] = linesOf(unit)
  writeAll(adapter, list, unit)
  expect(run(home, types, ['widget'])).toEqual({ status: 0, said: '' })
  // What owners are to be told was forgotten.
  const forgotten = run(home, tests)
  expect([forgotten.status, forgotten.said]).toEqual([1, expect.stringContaining('lists every chat')])
  writeAll(owners)
  const tested = run(home, tests)
  expect([tested.status, tested.said]).toEqual([0, expect.stringContaining('chatsParley.test.ts (1 test)')])

  writeAll(standin, browser)
  const tsFiles = [...unit, ...browser].filter(({ kind }) => kind === 'ts').map(({ file }) => file)
  expect(tsFiles).toHaveLength(2)
  expect(typed(tsFiles).said).toContain('"parley"')
  writeAll(known)
  expect(typed(tsFiles)).toEqual({ status: 0, said: '' })

  const [building = ''] = linesOf(weighing)
  const built = run(home, building)
  expect([built.status, built.said]).toEqual([0, expect.stringMatching(/^chats +\d+ /m)])
  const folder = widgetIn(home)
  for (const { what, bytes, most } of weighWidget(folder))
    expect(bytes, `${what}: ${bytes} bytes`).toBeLessThanOrEqual(most)
  const { parts } = manifestIn(folder)
  const codeOf = ({ file }: Part): string => readFileSync(new URL(file, folder), 'utf8')
  expect(parts.filter((part) => codeOf(part).includes('parley')).map(({ name }) => name)).toEqual(['chats'])
})

it('leads to a banner that knows the chat, as its stand-in behaves', { timeout: 60_000 }, async () => {
  const page = stubChatPage()
  const warnings = hearWarnings()
  const folder = widgetIn(home)
  const handed: unknown[] = []
  page.currentScript.podlight = (part) => handed.push(part)
  new Function(readFileSync(new URL(partFile('chats', folder), folder), 'utf8'))()
  const others = handed[0] as Others
  const tag = (options?: Record<string, string>) => new FakeTag(options) as unknown as Parameters<Others>[0]
  const named = others(tag({ chat: 'parley' }), noChat)
  const found = others(tag(), noChat)
  expect(warnings).toEqual([])
  expect(found()).toBe(noChat)
  expect(named().isDue()).toBe(false)

  const { standin: bundle } = (await import(pathToFileURL(join(home, 'scripts/stage/standins.ts')).href)) as {
    standin: (name: string) => Promise<string>
  }
  const chat = runStandin(page, await bundle('parley'), 'https://parley.example/parley.js')
  expect([found().isDue(), named().isDue()]).toEqual([true, true])
  expect(named().anchor()).toBeNull()
  chat.load()
  const holder = named().anchor()
  expect(holder).toBe(chat.body[0])
  expect([found().anchor() === holder, named().isOpen()]).toEqual([true, false])

  const parley = page.place['parley'] as { open(): void; close(): void }
  const changed = vi.fn()
  const ending = new AbortController()
  named().listen(changed, ending.signal)
  parley.open()
  expect([named().isOpen(), found().isOpen(), changed.mock.calls.length]).toEqual([true, true, 1])
  parley.close()
  expect([named().isOpen(), found().isOpen(), changed.mock.calls.length]).toEqual([false, false, 2])
  expect(named().inside()).toBeNull()
})

it('names files that are there', () => {
  const own = [...adapter, ...unit, ...standin, ...browser].map(({ file }) => file)
  const others = filesIn(guide).filter((path) => !own.includes(path))
  expect(others.length).toBeGreaterThan(10)
  for (const path of others) expect(readFileSync(join(root, path), 'utf8').length).toBeGreaterThan(0)
})
