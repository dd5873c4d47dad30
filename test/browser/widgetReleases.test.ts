import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Laid } from '../../scripts/stage/served.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { WIDGET } from '../support/builtWidget.ts'
import { earlierRelease } from './support/earlierRelease.ts'
import { type Ground, type MannersOptions, mannersIn, WELL } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// A page is open, and a new release comes out. What the page loads later is of the release that it began with: the two
// know nothing of each other, so the files of the earlier one have to stay.

const THEN = 'Shown as it was'
const { loader, parts } = earlierRelease('view', (code) =>
  code.replace(RegExp(`(["'\`])${customer.example}\\1`), `"${THEN}"`),
)
const PINNED = 'podlight-0.0.9.js'

const under = (files: Readonly<Record<string, Laid>>): Record<string, Laid> =>
  Object.fromEntries(Object.entries(files).map(([name, laid]) => [`/podlight/${name}`, laid]))

/** The new release is served from dist/widget; these lie beside it, or in its place. */
const BEFORE = under({ 'podlight.js': loader, [PINNED]: loader, ...parts })
const AFTER = under({ [PINNED]: loader, ...parts })
/** Whoever cleans up. */
const CLEANED = under(
  Object.fromEntries(
    Object.keys(parts)
      .filter((name) => !readdirSync(WIDGET).includes(name))
      .map((name) => [name, { body: 'Not found', status: 404 }]),
  ),
)

const SHOW = 'podlight("preview", "chat-down")'

describe.each(ALL)('a page that is open while a release comes out, in %s', (name) => {
  const manners = mannersIn(name)
  const { headline } = customer.scenes['chat-down']

  const visit = (
    options: MannersOptions,
    test: (ground: Ground, deploy: (files: Record<string, Laid>) => void) => Promise<void>,
  ): Promise<void> => {
    const at = { at: WELL, cdnFiles: BEFORE, ...options }
    return manners.visit(at, async (ground) => {
      // It loaded nothing but its script until now.
      await ground.seen(`localStorage.podlight?.endsWith('{"level":"ok"}}')`, true)
      await test(ground, (cdnFiles) => ground.shop.change(manners.page({ ...at, cdnFiles })))
    })
  }

  it('goes dark where the earlier files were deleted', () =>
    visit({}, async ({ run, shop, reads, part }, deploy) => {
      deploy(CLEANED)
      await run(SHOW)
      await until(
        async () => shop.log.cdn.entries().filter(({ status }) => status === 404).length,
        (missing) => missing > 0,
        'a file that is gone',
      )
      await reads()
      expect(await part('headline')).toBeNull()
      await manners.web.said()
    }))

  it('has its banner out of the files of its own release, and the next page view has the new one', () =>
    visit({}, async ({ run, part, shop, headline: shows }, deploy) => {
      deploy(AFTER)
      await run(SHOW)
      await shows(headline)
      expect(await part('label')).toBe(THEN)
      await manners.web.open(shop.url)
      await run(SHOW)
      await shows(headline)
      expect(await part('label')).toBe(customer.example)
    }))

  it('stays as it is, on the next page view too, where the tag names one version', () =>
    visit(
      {
        tag: ({ cdn }) =>
          `<script async src="${cdn}/podlight/${PINNED}" data-feed="${manners.feed}" data-pod="prod1" data-chat="none"></script>`,
      },
      async ({ run, part, shop, headline: shows }, deploy) => {
        deploy(AFTER)
        await manners.web.open(shop.url)
        await run(`window.podlight ||= (...call) => (podlight.q ||= []).push(call); ${SHOW}`)
        await shows(headline)
        expect(await part('label')).toBe(THEN)
      },
    ))
})
