import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { partFile } from '../support/builtWidget.ts'
import { DOWN, type FakeRelay, startFakeRelay, WELL } from './support/fakeRelay.ts'
import { isBack, keptIn } from './support/goBack.ts'
import { itWhere } from './support/itWhere.ts'
import { type Ground, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// A stream never costs the page its place in the back-forward cache: it ends when the page is left, and begins anew when it
// comes back. Firefox gives up every page with a stream, so there is none in it.

const CHAT_DOWN = customer.scenes['chat-down'].headline

describe.each(ALL)('a page that hears events, in %s', (name) => {
  const manners = mannersIn(name)
  let relay: FakeRelay
  beforeAll(async () => {
    relay = await startFakeRelay(Date.now)
  })
  afterAll(() => relay.close())
  beforeEach(() => relay.reset())

  const listens = (streams: number): Promise<unknown> =>
    until(
      async () => relay.listeners(),
      (now) => now === streams,
      `${streams} open streams`,
    )

  const options = (): Readonly<Record<string, string>> => ({ 'data-feed': relay.feed, 'data-events': 'on' })

  /** Leaves the page for another one of the shop, and comes back to it. */
  const leave = async (
    { run, web, shop }: Ground,
    isKept: boolean,
    meanwhile: () => unknown = () => undefined,
  ): Promise<void> => {
    await run('window.isOld = true')
    await web.open(`${shop.shop}/other`)
    await listens(0)
    meanwhile()
    await web.back()
    await isBack({ run }, isKept)
  }

  itWhere(name === 'firefox')('would not be kept, though it ends its stream when it is left', () => {
    const naive = `const { feed } = document.currentScript.dataset
      const stream = new EventSource(feed.replace('.json', '/events'))
      for (const end of ['beforeunload', 'pagehide']) addEventListener(end, () => stream.close())`
    return manners.visit({ naive, options: options() }, async (ground) => {
      await listens(1)
      await leave(ground, false)
    })
  })

  itWhere(name === 'firefox')('has no stream there, asks as always, and is kept', keptIn(name), () =>
    manners.visit({ options: options() }, async (ground) => {
      await ground.seen(`document.querySelectorAll('script[src*="${partFile('events')}"]').length`, 1)
      await ground.reads()
      expect(relay.opened()).toEqual([])
      await leave(ground, true)
      expect(await ground.wrong()).toEqual([])
    }),
  )

  itWhere(name !== 'firefox')('is kept when it is left, and hears again what was told meanwhile', () =>
    manners.visit({ options: options() }, async (ground) => {
      await listens(1)
      await leave(ground, true, () => relay.say(DOWN))
      await listens(1)
      await ground.headline(CHAT_DOWN)
      relay.say(WELL)
      await ground.headline(customer.scenes.back.headline)
      expect(relay.asked()).toBe(1)
      expect(await ground.wrong()).toEqual([])
    }),
  )
})
