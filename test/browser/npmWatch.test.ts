import { describe, expect, it } from 'vitest'
import { mannersIn } from './support/manners.ts'
import { npmPage } from './support/npmPage.ts'
import { ALL } from './support/startWeb.ts'

// watchPod as it is built, in plain pages and in a worker.

describe.each(ALL)('watchPod in %s', (name) => {
  const manners = mannersIn(name)
  const watching = (): string => `
    import { watchPod } from 'podlight'
    window.told = []
    window.end = watchPod({ pod: 'prod1', feed: ${JSON.stringify(manners.feed)} }, (verdict) => told.push(verdict))`

  it('shares what it heard with the next page view and with other tabs', async () => {
    await manners.visit(npmPage('', watching()), async ({ seen, run, asked, shop, wrong }) => {
      await seen('window.told?.map(({ level }) => level) ?? null', ['degraded'])
      const first = await run('return told[0]')
      await manners.web.reload()
      await seen('window.told?.length ?? 0', 1)
      expect(await run('return told[0]')).toEqual(first)
      const tab = await manners.web.newTab(shop.url)
      try {
        expect(
          await tab.run(
            'while (!window.told?.length) await new Promise((done) => setTimeout(done, 20)); return told[0]',
          ),
        ).toEqual(first)
      } finally {
        await tab.close()
      }
      expect(asked()).toBe(1)
      expect(String(await run('return localStorage["podlight-watch"]')).length).toBeLessThanOrEqual(6000)
      expect(await wrong()).toEqual([])
    })
  })

  it('waits while another part of the site asks', async () => {
    const module = `
      const { request } = LockManager.prototype
      window.tries = 0
      await new Promise((begun) => {
        navigator.locks.request('podlight', () => new Promise((release) => { window.release = release; begun() }))
      })
      LockManager.prototype.request = function (name, ...more) {
        if (name === 'podlight') tries++
        return request.call(this, name, ...more)
      }
      ${watching().replace(/import (.*) from (.*)/, 'const $1 = await import($2)')}`
    await manners.visit(npmPage('', module), async ({ seen, run, asked }) => {
      await seen('window.tries >= 2', true)
      expect([asked(), await run('return told')]).toEqual([0, []])
      await run('release()')
      await seen('window.told?.map(({ level }) => level) ?? null', ['degraded'])
      expect(asked()).toBe(1)
    })
  })

  it('works in a worker, which nothing of a page is in', async () => {
    const worker = `
      import { watchPod } from '/npm/index.js'
      const end = watchPod({ pod: 'prod1', feed: ${JSON.stringify(manners.feed)} }, ({ level }) => {
        postMessage(level)
        end()
      })`
    const page = npmPage(
      '',
      `new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => { window.level = data }`,
      {
        files: { '/worker.js': { body: worker, type: 'text/javascript' } },
      },
    )
    await manners.visit(page, async ({ seen, asked, wrong }) => {
      await seen('window.level ?? null', 'degraded')
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
    })
  })

  it('says at once what is wrong with its options', async () => {
    const module = `
      import { watchPod } from 'podlight'
      window.errors = [[{}], [{ pod: 'prod1' }], [{ pod: 'prod1', feed: [] }, () => 1]].map((given) => {
        try { watchPod(...given) } catch (error) { return error.name + ': ' + error.message }
      })`
    await manners.visit(npmPage('', module), async ({ seen, asked }) => {
      await seen('window.errors ?? null', [
        'TypeError: watchPod needs a pod such as "prod1"; it got a value of type undefined.',
        'TypeError: watchPod needs a function to tell verdicts to.',
        'TypeError: watchPod takes one feed, or two for a fail-over; it got 0.',
      ])
      expect(asked()).toBe(0)
    })
  })
})
