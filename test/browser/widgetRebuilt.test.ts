import { describe, expect, it } from 'vitest'
import { FILES, type Ground, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// A framework may take over the whole document that a server sent, and where the two differ it throws all of it away,
// our elements with it, and builds its own. Tried by hand with React 18 and 19 as well, which do it in these two ways.

const REBUILD: readonly (readonly [string, string])[] = [
  [
    'all of it',
    `const page = document.documentElement.cloneNode(true)
     page.querySelectorAll('podlight-banner, podlight-live, .naive').forEach((one) => one.remove())
     document.replaceChild(page, document.documentElement)`,
  ],
  [
    'what is in it',
    `document.head.replaceChildren(Object.assign(document.createElement('title'), { textContent: 'Anew' }))
     document.body.replaceChildren(document.createElement('main'))`,
  ],
]

/** Draws once, as one would write it. */
const NAIVE = `
  const draw = () => document.body.append(Object.assign(document.createElement('p'), { className: 'naive' }))
  if (document.body) draw()
  else addEventListener('DOMContentLoaded', draw)`

const BANNERS = 'document.querySelectorAll("podlight-banner").length'

describe.each(ALL)('a document that is built anew in %s', (name) => {
  const manners = mannersIn(name)

  it.each(REBUILD)('%s: keeps its banner, and asks no more for it', async (_, rebuild) => {
    await manners.visit({ naive: NAIVE }, async ({ run, seen, reads }) => {
      await seen('document.querySelectorAll(".naive").length', 1)
      await run(rebuild)
      await reads()
      expect(await run('return document.querySelectorAll(".naive").length')).toBe(0)
    })
    await manners.web.said()
    await manners.visit({}, async (ground: Ground) => {
      const { run, seen, headline, asked, wrong, part } = ground
      await headline()
      // Twice, as some do while they find out that the two differ.
      for (let times = 0; times < 2; times++) {
        await run(rebuild)
        await seen(BANNERS, 1)
      }
      expect(await part('headline')).toBe(FILES)
      await ground.reads()
      expect(await run(`return ${BANNERS}`)).toBe(1)
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })
})
