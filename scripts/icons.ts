/** Draws the extension's icons into public/icons: npm run icons. A test holds the files to the drawings. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { ICONS } from './icons/drawings.ts'
import { png } from './icons/png.ts'

const folder = new URL('../public/icons/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const { name, size, layers } of ICONS) writeFileSync(new URL(name, folder), png(layers, size))
console.log(`${ICONS.length} icons in public/icons`)
