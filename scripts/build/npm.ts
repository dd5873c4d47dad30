/** Builds the npm package: modules for bundlers and import maps, their types, and the files of the script tag. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { manifestFrom } from './npmManifest.ts'
import { withoutExamples } from './withoutExamples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const target = `${root}dist/npm/`

/** The files that are imported by name; whatever else is built stands in `parts`. */
const ENTRIES = { index: 'npm/watchPod.ts', element: 'npm/element.ts', window: 'npm/window.ts' }

const write = (path: string, text: string): void => {
  mkdirSync(dirname(`${target}${path}`), { recursive: true })
  writeFileSync(`${target}${path}`, text)
}

const buildModules = async (): Promise<void> => {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withoutExamples()],
    build: {
      outDir: target,
      emptyOutDir: false,
      modulePreload: false,
      target: 'es2022',
      lib: { entry: ENTRIES, formats: ['es'] },
      rolldownOptions: {
        output: {
          // A library's white space is kept by default; what an import map loads has none.
          minify: true,
          entryFileNames: '[name].js',
          // A version of the package never changes, so names need no hashes.
          chunkFileNames: 'parts/[name].js',
        },
      },
    },
  })
  // What holds types alone is built to nothing, and some tools take an empty file for a mistake.
  for (const name of Object.keys(ENTRIES))
    if (readFileSync(`${target}${name}.js`, 'utf8') === '') write(`${name}.js`, 'export {}\n')
}

/** The compiler's declarations lie as the sources do, below this. */
const DECLARATIONS = `${root}node_modules/.cache/tsc/`

const declarationOf = (source: string): string => source.replace(/\.ts$/, '.d.ts')

/** Copies the declarations of a source, and those that it needs, under names that every resolution finds. */
const writeTypes = (sources: readonly string[]): void => {
  const done = new Set<string>()
  const open = [...sources]
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    if (done.has(source)) continue
    done.add(source)
    const folder = posix.dirname(source)
    const text = readFileSync(`${DECLARATIONS}${declarationOf(source)}`, 'utf8')
    for (const [, path = ''] of text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g))
      open.push(posix.join(folder, path))
    write(`types/${declarationOf(source)}`, text.replace(/(from ')(\.[^']+)\.ts'/g, "$1$2.js'"))
  }
}

const buildTypes = (): void => {
  const tsc = `${root}node_modules/typescript/bin/tsc`
  const { status } = spawnSync(process.execPath, [tsc, '-b', 'npm'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The types of the npm package could not be built.')
  writeTypes(Object.values(ENTRIES))
}

if (!existsSync(`${root}dist/widget/podlight.js`)) throw new Error('Build the banner first: npm run widget.')
rmSync(target, { recursive: true, force: true })
await buildModules()
buildTypes()
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')
write('package.json', `${JSON.stringify(manifestFrom(JSON.parse(read('package.json')), ENTRIES), null, 2)}\n`)
write('README.md', read('npm/README.md'))
write('LICENSE', read('LICENSE'))
cpSync(`${root}dist/widget`, `${target}widget`, { recursive: true })
console.log('The npm package is in dist/npm')
