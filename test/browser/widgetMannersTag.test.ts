import { describe, expect, it } from 'vitest'
import type { Places } from '../../scripts/stage/shopOptions.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { HOST, type MannersOptions, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Every way in which a tag comes to a page, and what becomes of the page afterwards.

/** Begins at once, as one would: needs a body, its own script element, and to be alone. */
const NAIVE = `
  const { feed } = document.currentScript.dataset
  if (!feed) throw new Error('No feed')
  const note = document.createElement('p')
  note.className = 'naive'
  document.body.append(note)
  const more = document.createElement('script')
  more.src = 'podlight/more.js'
  more.onload = () => { window.hasMore = true }
  document.head.append(more)`

const AWAY = '<script>1</script>'

describe.each(ALL)('tags in %s', (name) => {
  const manners = mannersIn(name)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))

  const count = 'document.querySelectorAll("podlight-banner").length'
  const naives = 'document.querySelectorAll(".naive").length'
  const options = (): string => `data-feed="${manners.feed}" data-pod="prod1" data-chat="none"`
  const query = (): string => `?pod=prod1&chat=none&feed=${encodeURIComponent(manners.feed)}`
  const src = ({ cdn }: Places): string => `${cdn}/podlight/podlight.js`

  /** The careless script in the same place is not seen once, as the shop meant it. */
  const stands = async (
    page: MannersOptions,
    done: () => Promise<void> = async () => undefined,
  ): Promise<void> => {
    await manners.visit({ ...page, naive: NAIVE }, async ({ run, seen }) => {
      await seen('document.readyState', 'complete')
      await done()
      expect(await run(`return [${naives}, watched.wrong.length]`)).not.toEqual([1, 0])
    })
    await manners.web.said()
    await manners.visit(page, async ({ headline, run, wrong, asked, reads }) => {
      await done()
      await headline()
      expect(await reads()).toBeLessThan(20)
      expect(await run(`return ${count}`)).toBe(1)
      expect(await run('return typeof podlight')).toBe('function')
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  }

  itInFull('stand in the head and wait for nothing', () =>
    stands({ tag: null, headMarkup: (places) => `<script src="${src(places)}" ${options()}></script>` }),
  )

  it('are modules, which know no script of their own', () =>
    stands({
      tag: null,
      bodyMarkup: (places) => `<script type="module" src="${src(places)}" ${options()}></script>`,
    }))

  itInFull('are there twice', () =>
    stands({
      tag: null,
      bodyMarkup: (places) => `<script src="${src(places)}" ${options()}></script>${AWAY}
        <script async src="${src(places)}" ${options()}></script>`,
    }),
  )

  itInFull('are there twice and say different things: the first to run is it', () =>
    stands({
      tag: null,
      bodyMarkup: (places) => `<script src="${src(places)}" ${options()}></script>
        <script src="${src(places)}" ${options()} data-pod="prod4" data-text-attachments-failing="Another"></script>`,
    }),
  )

  itInFull('have their options in the address alone', () =>
    stands({
      tag: null,
      bodyMarkup: (places) => `<script src="${src(places)}${query().replaceAll('&', '&amp;')}"></script>`,
    }),
  )

  it('are added by a tag manager, long after the page', async () => {
    const add = `const script = document.createElement('script')
      script.async = true
      script.src = window.address
      document.documentElement.append(script)`
    await stands(
      {
        tag: null,
        bodyMarkup: (places) =>
          `<i id="address" data-at="${src(places)}${query().replaceAll('&', '&amp;')}"></i>`,
      },
      async () => {
        await manners.web.run(`window.address = document.querySelector('#address').dataset.at; ${add}
          await new Promise((resolve) => { script.onload = resolve })`)
      },
    )
  })

  it('stand at the end of a page whose addresses are all of another place', () =>
    stands({
      tag: null,
      headMarkup: '<base href="/elsewhere/">',
      bodyMarkup: (places) =>
        `<script async src="${src(places)}${query().replaceAll('&', '&amp;')}"></script>`,
      files: {
        '/elsewhere/shop.js': { body: '', type: 'text/javascript' },
      },
    }))

  it('outlive the head and the body of the page', async () => {
    const page: MannersOptions = {}
    const replace = `history.pushState(null, '', '/next')
      const body = document.createElement('body')
      body.append(document.createElement('main'))
      document.body.replaceWith(body)
      document.head.replaceChildren()`
    await manners.visit(
      {
        ...page,
        naive: `addEventListener('load', () => { ${'document.body.append(Object.assign(document.createElement("p"), { className: "naive" }))'} })`,
      },
      async ({ seen, run }) => {
        await seen(naives, 1)
        await run(replace)
        await seen(naives, 0)
      },
    )
    await manners.visit(page, async ({ headline, run, seen, wrong, asked }) => {
      await headline()
      await run(replace)
      await seen(count, 1)
      await headline()
      for (const times of [1, 2, 3])
        await run(`history.pushState(null, '', '/view/${times}'); document.body.replaceChildren()`)
      await seen(count, 1)
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      // Gone is gone, too.
      await run('podlight("destroy")')
      await seen(count, 0)
    })
  })

  itInFull('keep still in a page that takes our elements away each time', async () => {
    // Both would go round for ever; these stop, so that the browser lives on.
    const before = `window.taken = 0
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
          if (/podlight|naive/.test(node.localName) && taken < 2000) { taken++; node.remove() }
      }).observe(document, { childList: true, subtree: true })`
    const naive = `addEventListener('load', () => {
      const note = document.createElement('naive-note')
      new MutationObserver(() => { if (!note.isConnected) document.body.append(note) })
        .observe(document.body, { childList: true })
      document.body.append(note)
    })`
    await manners.visit({ before, naive }, async ({ seen }) => {
      await seen('taken', 2000)
    })
    await manners.visit({ before }, async ({ seen, run, reads, wrong, asked }) => {
      await seen('taken > 0', true)
      const taken = Number(await run('return taken'))
      await reads()
      expect(Number(await run('return taken')) - taken).toBeLessThan(5)
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
    })
  })

  it('are not printed', async () => {
    // Only Chromium can be told to look as on paper.
    const page = manners.web.playwright?.page
    if (!page) return
    const printed = async (element: string): Promise<unknown> => {
      await page.emulateMedia({ media: 'print' })
      try {
        return await manners.web.run(`return ${element}.getClientRects().length > 0`)
      } finally {
        await page.emulateMedia({ media: 'screen' })
      }
    }
    await manners.visit(
      {
        naive: `addEventListener('load', () => document.body.append(Object.assign(document.createElement('p'), { className: 'naive', textContent: 'Trouble' })))`,
      },
      async ({ seen }) => {
        await seen(naives, 1)
        expect(await printed('document.querySelector(".naive")')).toBe(true)
      },
    )
    await manners.visit({}, async ({ headline, run }) => {
      await headline()
      expect(await printed(HOST)).toBe(false)
      expect(await run(`return ${HOST}.getClientRects().length > 0`)).toBe(true)
    })
  })

  itInFull('of an owner who wants none of it do nothing', async () => {
    const page = {
      tag: null,
      bodyMarkup: (places: Places) => `<script src="${src(places)}" ${options()}></script>`,
    }
    for (const headMarkup of ['<meta name="podlight" content="off">', ''])
      await manners.visit(
        {
          ...page,
          headMarkup,
          ...(headMarkup
            ? {}
            : {
                bodyMarkup: (places) => `<script src="${src(places)}" ${options()} data-mode="off"></script>`,
              }),
        },
        async ({ run, asked, reads }) => {
          await reads()
          expect(await run(`return [${count}, typeof window.podlight, localStorage.length]`)).toEqual([
            0,
            'undefined',
            0,
          ])
          expect(asked()).toBe(0)
        },
      )
  })
})
