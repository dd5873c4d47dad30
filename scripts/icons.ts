/** Draws the pictures in public/icons after the drawings beside them: npm run icons. A test holds the two together. */
import { writeFileSync } from 'node:fs'
import { FOLDER, ICONS } from './icons/drawings.ts'
import { palettePng } from './icons/palettePng.ts'

for (const { name, size, layers } of ICONS) writeFileSync(new URL(name, FOLDER), palettePng(layers, size))
console.log(`${ICONS.length} icons in public/icons`)
