import { describe, expect, it } from 'vitest'
import { nightly } from '../../support/nightly.ts'
import { FAULTS, type Fault } from '../extension/page.ts'
import { on, SPREADING } from '../extension/stories.ts'
import { chance, MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { origin } from './support/origin.ts'

// However wild the pages of a site are, they ask no more than 120 times an hour.

describe('an hour of everything at once', () => {
  interface Hour {
    readonly fault: Fault | null
    readonly seed: number
  }
  /** Pages come, go, hide, show, and many of their parts watch; all of it every few seconds. */
  const playHour = async (
    { fault, seed }: Hour,
    watchIn: (site: ReturnType<typeof origin>) => (page: Page) => void,
  ) => {
    const site = origin(SPREADING, on('10:05'))
    const random = chance(seed)
    const watch = watchIn(site)
    let pages = [site.open()]
    for (const page of pages) watch(page)
    site.box.fault = fault
    for (let times = 0; times < 700; times++) {
      const page = pages[Math.floor(random() * pages.length)]
      const what = random()
      if (page === undefined || (what < 0.15 && pages.length < 12)) {
        const next = site.open()
        watch(next)
        pages.push(next)
      } else if (what < 0.25) {
        page.close()
        pages = pages.filter((one) => one !== page)
      } else if (what < 0.45) page.hide()
      else if (what < 0.65) page.show()
      else if (what < 0.75) page.online()
      else watch(page)
      await site.play(Math.ceil(random() * 10) * SECOND)
    }
    return { most: mostInAnHour(site.requests), site }
  }
  type Page = ReturnType<ReturnType<typeof origin>['open']>
  const ours = () => {
    const stops: (() => void)[] = []
    return (page: Page) => {
      stops.push(page.watch({ pod: `prod${[1, 2, 4][stops.length % 3]}` }).stop)
      if (stops.length % 3 === 0) stops[stops.length - 2]?.()
    }
  }

  it.each<Fault | null>([
    null,
    ...nightly<readonly Fault[]>(Object.keys(FAULTS) as Fault[], ['broken', 'limited', 'hang', 'offline']),
  ])('asks no more than 120 times: %s', async (fault) => {
    for (const seed of nightly([1, 2, 3], [1])) {
      const { most, site } = await playHour({ fault, seed }, ours)
      expect(most).toBeGreaterThan(15)
      expect(most).toBeLessThanOrEqual(120)
      expect((site.box.stored ?? '').length).toBeLessThanOrEqual(6000)
    }
  })

  it('would ask far more often if each part asked for itself', async () => {
    const careless =
      ({ requests, at }: ReturnType<typeof origin>) =>
      (_: Page): void => {
        const ask = (): void => {
          requests.push(at.now())
          at.after(MINUTE, ask)
        }
        ask()
      }
    const { most } = await playHour({ fault: null, seed: 1 }, careless)
    expect(most).toBeGreaterThan(1000)
  })
})
