/**
 * Writes what the stores want into dist/store: each one's form to copy from, its pictures, and the privacy page.
 * `--pictures` makes the pictures anew before, in Chromium.
 */
import { STORE_FOLDER } from './store/files.ts'
import { makePictures } from './store/makePictures.ts'
import { writeStore } from './store/write.ts'

if (process.argv.includes('--pictures') && !makePictures()) process.exit(1)
writeStore(STORE_FOLDER)
console.log('What the stores want is in dist/store')
