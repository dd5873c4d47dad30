import { fileURLToPath } from 'node:url'
import type { Worker } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAWN_SIZES } from '../../extension/domain/iconSizes.ts'
import { DRAWINGS } from '../../scripts/icons/drawings.ts'
import { pixels } from '../../scripts/icons/png.ts'
import { until } from '../../scripts/stage/until.ts'
import { LEVELS } from '../../shared/model/verdict.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, setUp } from './support/extensionPage.ts'
import { startFirefox } from './support/firefox.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

// What a real toolbar is given for a level is what the drawings say: pixels in Chromium, and the drawing in Firefox.

type Pixels = Readonly<Record<string, readonly number[]>>

/** The very module by which the background draws, for a worker to run. */
const drawer = async (): Promise<string> => {
  const entry = fileURLToPath(new URL('../../extension/background/drawIcon.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'icons' } },
  })
  const [one] = Array.isArray(built) ? built : []
  return one?.output[0].code ?? ''
}

/** How far two pictures are apart where they are seen: a mean over pixels and colours on white, from 0 to 255. */
const apart = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const onWhite = (of: ArrayLike<number>, i: number): number => {
    const alpha = (of[i - (i % 4) + 3] ?? 0) / 255
    return (of[i] ?? 0) * alpha + 255 * (1 - alpha)
  }
  let sum = 0
  for (let i = 0; i < one.length; i++)
    sum +=
      i % 4 === 3 ? Math.abs((one[i] ?? 0) - (other[i] ?? 0)) : Math.abs(onWhite(one, i) - onWhite(other, i))
  return one.length === other.length ? sum / one.length : Number.POSITIVE_INFINITY
}

/** Edges are smoothed in other ways, which a ring of thin lines shows most; another level's icon is far away. */
const NEAR = 8
const FAR = 40

const expected = (level: string, size: number): Buffer => pixels(DRAWINGS.get(level) ?? [], size)

describe('icons in Chromium, in the extension’s own worker', () => {
  let browser: Chromium
  let scenario: Scenario
  let worker: Worker
  beforeAll(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    worker = await until(
      async () => browser.context.serviceWorkers().at(-1) as Worker,
      (one) => one !== undefined,
      'the background',
    )
  })
  afterAll(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it('are drawn for each level and size as the drawings say', async () => {
    const code = await drawer()
    const all = (await worker.evaluate(`(() => { ${code}
      return Object.fromEntries(${JSON.stringify(LEVELS)}.map((level) => [level, Object.fromEntries(
        Object.entries(icons.drawIcon(level)).map(([size, { data }]) => [size, [...data]]))])) })()`)) as Record<
      string,
      Pixels
    >
    for (const level of LEVELS) {
      expect(Object.keys(all[level] ?? {}).map(Number)).toEqual([...DRAWN_SIZES])
      for (const size of DRAWN_SIZES) {
        const drawn = all[level]?.[size] ?? []
        expect(apart(drawn, expected(level, size)), `${level} ${size}`).toBeLessThan(NEAR)
        // As the measure would see.
        expect(apart(drawn, expected(level === 'ok' ? 'outage' : 'ok', size))).toBeGreaterThan(FAR)
      }
    }
  })

  it('get a ring that is grey, and keep their own colours inside', async () => {
    const code = await drawer()
    const all = (await worker.evaluate(`(() => { ${code}
      return Object.fromEntries(Object.entries(icons.drawIcon('ok', true)).map(([size, { data }]) => [size, [...data]])) })()`)) as Pixels
    for (const size of DRAWN_SIZES) {
      const at = (x: number, y: number): readonly number[] => {
        const start = 4 * (Math.floor(y * size) * size + Math.floor(x * size))
        return all[size]?.slice(start, start + 4) ?? []
      }
      for (const [x, y] of [
        [0.05, 0.5],
        [0.95, 0.5],
        [0.5, 0.05],
        [0.5, 0.95],
      ] as const) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = at(x, y)
        expect(alpha, `${size}`).toBeGreaterThan(128)
        expect(Math.max(red, green, blue) - Math.min(red, green, blue), `${size}`).toBeLessThan(32)
        expect(red).toBeLessThan(200)
      }
      const [red = 255, green = 0] = at(0.5, 0.3)
      expect(green - red).toBeGreaterThan(20)
    }
  })

  it('go to the toolbar as pixels', async () => {
    await worker.evaluate(`(() => {
      const setIcon = chrome.action.setIcon.bind(chrome.action)
      globalThis.taken = []
      chrome.action.setIcon = (icon, ...rest) => {
        globalThis.taken.push(icon)
        return setIcon(icon, ...rest)
      }
    })()`)
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    const { kind, taken } = (await worker.evaluate(`(async () => {
      const [last] = globalThis.taken.slice(-1)
      // Rejects where the toolbar would refuse them.
      await chrome.action.setIcon(last)
      const { imageData = {} } = last
      const entries = Object.entries(imageData)
      return {
        kind: entries.every(([, one]) => one instanceof ImageData),
        taken: Object.fromEntries(entries.map(([size, { data }]) => [size, [...data]])),
      }
    })()`)) as { kind: boolean; taken: Pixels }
    expect(kind).toBe(true)
    expect(Object.keys(taken).map(Number)).toEqual([...DRAWN_SIZES])
    for (const size of DRAWN_SIZES)
      expect(apart(taken[size] ?? [], expected('degraded', size))).toBeLessThan(NEAR)
  })
})

it('Firefox’s toolbar shows the drawing', async () => {
  const scenario = await startScenario(['2024-12-19-chat-attachments'])
  const browser = await startFirefox()
  try {
    scenario.page.setTime(scenario.moments[1] ?? 0)
    await setUp(browser, scenario, ['prod2'])
    const button = `CustomizableUI.getWidget('podlight_podlight-browser-action').forWindow(window).node
      .querySelector('.webextension-browser-action')`
    await until(
      () => browser.inBrowser(`return ${button}.style.getPropertyValue('--webextension-toolbar-image')`),
      (image) => /^url\("moz-extension:[^"]+\/icons\/degraded\.svg"\)$/.test(String(image)),
      'the drawing on the button',
    )
    // A path that leads nowhere would be taken as well.
    await browser.run(`const image = new Image()
      image.src = '/icons/degraded.svg'
      await image.decode()`)
  } finally {
    await browser.close()
    await scenario.page.close()
  }
})
