import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { expect, it } from 'vitest'

/** Imports go one way: from the surfaces to the core, and between rooms in no circle. */

const root = join(import.meta.dirname, '../../..')
const ROOMS = ['shared', 'extension', 'entrypoints', 'widget', 'npm', 'store', 'scripts', 'bench', 'relay']

/** Which rooms a room may import from, besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  extension: ['public', 'shared'],
  entrypoints: ['extension', 'shared'],
  widget: ['shared'],
  store: ['extension', 'shared'],
  npm: ['shared', 'widget'],
  scripts: ['extension', 'relay', 'shared', 'store', 'widget'],
  bench: ['scripts', 'shared', 'widget'],
  relay: ['shared'],
}

const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

interface Import {
  readonly from: string
  readonly to: string
}

const slashed = (path: string): string => path.split(sep).join('/')

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, path = '']) => ({
    from: file,
    to: slashed(normalize(join(dirname(file), path))),
  }))

const filesOf = (room: string): string[] =>
  existsSync(join(root, room))
    ? (readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }) as string[])
        .filter((path) => /\.tsx?$/.test(path))
        .map((path) => `${room}/${slashed(path)}`)
    : []

const imports = ROOMS.flatMap(filesOf).flatMap(importsOf)

/** The folder below a room that a file is in; a file beside such folders is a room of its own. */
const childOf = (room: string, file: string): string | null => {
  const path = slashed(relative(room, file))
  return path.startsWith('..') ? null : (path.split('/')[0] ?? null)
}

/** Rooms that can be reached from each other, among what lies directly in a folder. */
const circlesIn = (folder: string, all: readonly Import[]): string[][] => {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of all) {
    const [one, other] = [childOf(folder, from), childOf(folder, to)]
    if (one === null || other === null || one === other) continue
    next.set(one, (next.get(one) ?? new Set()).add(other))
  }
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>()
    const open = [...(next.get(start) ?? [])]
    for (let one = open.pop(); one !== undefined; one = open.pop())
      if (!seen.has(one)) {
        seen.add(one)
        open.push(...(next.get(one) ?? []))
      }
    return seen
  }
  return [...next.keys()]
    .filter((one) => reach(one).has(one))
    .map((one) => [one, ...[...reach(one)].filter((other) => reach(other).has(one) && other !== one)].sort())
}

const folders = [
  ...new Set(
    imports.flatMap(({ from }) => {
      const parts = from.split('/').slice(0, -1)
      return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
    }),
  ),
].sort()

it('reads the imports of every room', () => {
  for (const room of ROOMS.filter((one) => folders.includes(one)))
    expect(imports.some(({ from }) => from.startsWith(`${room}/`))).toBe(true)
  expect(imports.length).toBeGreaterThan(500)
})

it('finds a circle where there is one', () => {
  const circle = [
    { from: 'a/one/x.ts', to: 'a/two/y.ts' },
    { from: 'a/two/z.ts', to: 'a/one/w.ts' },
    { from: 'a/two/z.ts', to: 'a/three/w.ts' },
  ]
  expect(circlesIn('a', circle)).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ])
  expect(circlesIn('a', circle.slice(1))).toEqual([])
})

it.each(ROOMS)('%s imports only what it may', (room) => {
  const strangers = imports.filter(({ from, to }) => {
    const [own = '', other = ''] = [from.split('/')[0], to.split('/')[0]]
    return own === room && other !== room && !MAY[room]?.includes(other) && !other.startsWith('..')
  })
  expect(strangers).toEqual([])
})

it.each(folders)('the rooms of %s import each other in no circle', (folder) => {
  expect(circlesIn(folder, imports)).toEqual([])
})
