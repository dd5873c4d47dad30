/** Draws the pictures in public/icons after the drawings beside them: npm run icons. A test holds the two together. */
import { writeFileSync } from 'node:fs'
import { FOLDER, ICONS } from './icons/drawings.ts'
import { png } from './icons/png.ts'

for (const { name, size, layers } of ICONS) writeFileSync(new URL(name, FOLDER), png(layers, size))
console.log(`${ICONS.length} icons in public/icons`)
