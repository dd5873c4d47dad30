import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getBrowser } from '../../scripts/browsers/get.ts'
import { load } from '../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../scripts/replay/server.ts'
import { type Shop, startShop } from '../../scripts/stage/shop.ts'
import { until } from '../../scripts/stage/until.ts'
import { ended } from './support/child.ts'
import { SUMMARY, script, TROUBLE } from './support/manners.ts'

// Chromium prepares a page that is likely to be opened next: its scripts run, and nobody may ever see it. Playwright turns
// that off, so this test starts the browser itself, and its pages report back over HTTP.

/** Prepares the shop's page, and goes there when the test says so. */
const AHEAD = `<!doctype html><meta charset="utf-8"><title>Before the shop</title>
<script type="speculationrules">{ "prerender": [{ "urls": ["/"], "eagerness": "immediate" }] }</script>
<script>
  const wait = async () => {
    const reply = await fetch('/go', { cache: 'no-store' })
    if ((await reply.text()) === 'yes') location.href = "/"
    else setTimeout(wait, 50)
  }
  wait()
</script>`

/** The page that is prepared tells what happens in it. */
const TELL = `
  const tell = (what) => fetch('/told/' + what, { method: 'POST' })
  tell(document.prerendering ? 'prepared' : 'opened')
  addEventListener('error', ({ message }) => tell('wrong/' + message))
  addEventListener('unhandledrejection', () => tell('wrong/rejection'))
  addEventListener('podlight:change', ({ detail }) => tell('level/' + detail.level))
  document.addEventListener('prerenderingchange', () => tell('seen'))
  const watch = new MutationObserver(() => {
    if (document.querySelector('podlight-banner')) { watch.disconnect(); tell('banner') }
  })
  watch.observe(document, { childList: true, subtree: true })
  // A while in which a loader that looks every second would have looked.
  setTimeout(() => tell('later'), 1500)`

const NAIVE = `fetch(document.currentScript.dataset.feed).then(() => tell('asked'))`

/** Ends a process with all that it started. */
const endGroup = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

interface Ground {
  readonly shop: Shop
  asked(): number
  told(): readonly string[]
  /** The visitor goes to the page that was prepared. */
  go(): void
}

describe('a page that Chromium prepares ahead', () => {
  let replay: Replay
  beforeAll(async () => {
    replay = await startReplay({ recordings: load(['2024-12-19-chat-attachments']), at: TROUBLE })
  })
  afterAll(() => replay.close())

  const prepared = async (naive: string | null, test: (ground: Ground) => Promise<void>): Promise<void> => {
    let isTime = false
    const shop = await startShop({
      chat: 'none',
      isBare: true,
      headMarkup: '<script src="/tell.js"></script>',
      tag: () => ({
        'data-pod': 'prod1',
        'data-chat': 'none',
        'data-feed': `${replay.url}${SUMMARY}`,
      }),
      files: {
        '/ahead': { body: AHEAD, type: 'text/html; charset=utf-8' },
        '/tell.js': script(TELL),
        '/shop.js': script(''),
        '/go': {
          get body() {
            return isTime ? 'yes' : 'not yet'
          },
        },
      },
      cdnFiles: naive === null ? {} : { '/podlight/podlight.js': script(naive) },
    })
    replay.log.clear()
    const profile = mkdtempSync(join(tmpdir(), 'podlight-'))
    const chromium = spawn(
      getBrowser('chromium'),
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        `--user-data-dir=${profile}`,
        // Without it, it takes a picture and ends.
        '--remote-debugging-port=0',
        `${shop.shop}/ahead`,
      ],
      { stdio: 'ignore', detached: true },
    )
    // One that cannot be started tells nothing, which is what the test then says.
    chromium.once('error', () => undefined)
    const leave = (): void => endGroup(chromium)
    process.once('exit', leave)
    try {
      await test({
        shop,
        asked: () => replay.log.count(SUMMARY),
        told: () =>
          shop.log.shop
            .entries()
            .flatMap(({ path }) => (path.startsWith('/told/') ? [path.slice('/told/'.length)] : [])),
        go: () => {
          isTime = true
        },
      })
    } finally {
      // All of its processes at once: one that lives on writes to the profile while it is removed.
      endGroup(chromium)
      await ended(chromium)
      process.off('exit', leave)
      await shop.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
    }
  }
  const tells = (ground: Ground, what: string): Promise<unknown> =>
    until(
      async () => ground.told(),
      (told) => told.includes(what),
      `"${what}" from the page`,
    )

  it('costs a request that nobody needs, with a script that knows no better', () =>
    prepared(NAIVE, async (ground) => {
      await tells(ground, 'asked')
      expect(ground.told()).toContain('prepared')
      expect(ground.told()).not.toContain('seen')
      expect(ground.asked()).toBe(1)
    }))

  it('asks nothing until somebody sees it, and then at once', () =>
    prepared(null, async (ground) => {
      await tells(ground, 'later')
      expect(ground.told()).toContain('prepared')
      expect(ground.told()).not.toContain('seen')
      // Our script is there, and waits.
      expect(ground.shop.log.cdn.count('/podlight/podlight.js')).toBe(1)
      expect(ground.asked()).toBe(0)
      ground.go()
      await tells(ground, 'banner')
      expect(ground.told()).toContain('seen')
      expect(ground.asked()).toBe(1)
      expect(ground.told().filter((what) => what.startsWith('wrong/'))).toEqual([])
    }))
})
