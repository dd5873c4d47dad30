import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wxt } from '../build/wxt.ts'
import { PICTURE_FOLDER } from './files.ts'
import { markPictures } from './icons.ts'

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/**
 * Makes the pictures in store/pictures anew. Screens are photographed by the test that compares their words later:
 * both bring them about in the same way. False where that failed, and then it has said why.
 */
export const makePictures = (): boolean => {
  for (const { picture, bytes } of markPictures()) writeFileSync(new URL(picture.file, PICTURE_FOLDER), bytes)
  wxt('chrome', true)
  const { status } = spawnSync(
    process.execPath,
    [
      path('node_modules/vitest/vitest.mjs'),
      'run',
      '-c',
      'vitest.browser.config.ts',
      'test/browser/storePictures.test.ts',
    ],
    { stdio: 'inherit', cwd: path(''), env: { ...process.env, PODLIGHT_STORE_PICTURES: '1' } },
  )
  return status === 0
}
