import { isRow } from '../../shared/model/guards.ts'

type Entries = Readonly<Record<string, string>>

const typesOf = (source: string): string => `./types/${source.replace(/\.ts$/, '.d.ts')}`

/** What a program imports a file as, and what it finds: types first, or some tools never look for them. */
const exportOf = ([name, source]: readonly [string, string]) =>
  [name === 'index' ? '.' : `./${name}`, { types: typesOf(source), default: `./${name}.js` }] as const

/** The package's own manifest, with what it shares with the repository's. */
export const manifestFrom = (own: unknown, entries: Entries): object => {
  if (!isRow(own)) throw new Error('package.json cannot be read.')
  const { name, version, license, engines } = own
  // Where the sources are: npm proves by it where a package was built. Whoever publishes names it.
  const places = ['repository', 'homepage', 'bugs'].flatMap((key) => (own[key] ? [[key, own[key]]] : []))
  return {
    name,
    version,
    description:
      'Watch a Kustomer pod from a page, a worker or a server, and tell customers in your own chat what works.',
    license,
    ...Object.fromEntries(places),
    keywords: ['kustomer', 'status', 'banner', 'chat', 'custom-element'],
    type: 'module',
    engines,
    sideEffects: ['./element.js'],
    exports: {
      ...Object.fromEntries(Object.entries(entries).map(exportOf)),
      './widget/*': './widget/*',
      './package.json': './package.json',
    },
  }
}
