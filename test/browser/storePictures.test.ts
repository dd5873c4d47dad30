import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPng, rgbPng } from '../../scripts/store/rgbPng.ts'
import { SCREENS, type Shots } from '../../store/pictures.ts'
import { type Materials, postersOf } from '../../store/poster.ts'
import type { Chromium } from './support/chromium.ts'
import { makeHistoryPictures } from './support/historyPictures.ts'
import { playScreens, TYPEFACE } from './support/storeScreens.ts'

// The stores' pictures show the extension as it is: what their screens said when they were made is what they say now.
// `npm run store -- --pictures` runs this too, and then makes them anew instead of comparing.

const MAKES = process.env['PODLIGHT_STORE_PICTURES'] === '1'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const pictures = new URL('store/pictures/', root)

const materials: Materials = {
  tokens: read('extension/ui/tokens.css'),
  typeface: TYPEFACE,
  icon: (name) => read(`public/icons/${name}.svg`),
}

/** All that can be read in the pictures, by screen: the line beside it, its words, the notification and the badge. */
const wordsOf = (shots: Shots): Record<string, readonly string[]> =>
  Object.fromEntries(
    SCREENS.map(({ name, headline }) => {
      const { words, notification, toolbar } = shots[name]
      const told = notification === null ? [] : [notification.title, notification.message]
      return [name, [headline, ...words, ...told, `${toolbar.level} ${toolbar.badge}`.trim()]]
    }),
  )

const make = async (shots: Shots, browser: Chromium): Promise<void> => {
  const page = await browser.context.newPage()
  for (const { picture, scheme, html } of postersOf(materials, shots)) {
    const { file, width, height } = picture
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme })
    await page.setContent(html)
    await page.evaluate('document.fonts.ready')
    writeFileSync(new URL(file, pictures), rgbPng(readPng(await page.screenshot())))
  }
  writeFileSync(new URL('words.json', pictures), `${JSON.stringify(wordsOf(shots), null, 2)}\n`)
}

it(MAKES ? 'makes the stores’ pictures' : 'shows in the stores what the extension says today', async () => {
  await playScreens(async (shots, browser) => {
    if (MAKES) await make(shots, browser)
    const kept: unknown = JSON.parse(read('store/pictures/words.json'))
    expect(wordsOf(shots), 'The pictures are older than the words. Run npm run store -- --pictures').toEqual(
      kept,
    )
  }, MAKES)
})

it.runIf(MAKES)('makes the pictures of docs/history.md', makeHistoryPictures)
