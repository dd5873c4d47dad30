import { describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { partFile } from '../support/builtWidget.ts'
import { inFull } from '../support/nightly.ts'
import { type Ground, type MannersOptions, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Whoever previews a banner is about to install it, and reads the console.

const NOTE = `
  window.warned = []
  console.warn = (text) => { warned.push(text) }`

const warnedOn = async ({ run }: Ground, count: number): Promise<readonly string[]> => {
  const warned = await until(
    async () => (await run('return warned')) as string[],
    ({ length }) => length >= count,
    `${count} words to the owner`,
  )
  return warned.map((line) => line.replace('[podlight] ', '')).sort()
}

describe.each(ALL)('a preview in %s', (name) => {
  const manners = mannersIn(name)
  const preview = (
    options: Readonly<Record<string, string>>,
    test: (ground: Ground) => Promise<void>,
    more: MannersOptions = {},
  ): Promise<void> =>
    manners.visit(
      { before: NOTE, ...more, options: { 'data-mode': 'Preview:chat-down', ...options } },
      async (ground) => {
        await test(ground)
        // Browsers tell of answers they could not use; the page itself heard of no error.
        expect(await ground.wrong()).toEqual([])
        await manners.web.said()
      },
    )

  it('tells every mistake in a sentence, once, and shows the banner all the same', () =>
    preview(
      {
        'data-placment': 'inline',
        'data-placement': 'inline',
        'data-target': '#nowhere',
        'data-text-chat-dwon': 'Sorry!',
        'data-theme': 'drak',
        'data-gtm': 'of another tool',
        'data-feed': '/missing.json',
      },
      async (ground) => {
        await ground.headline('Sorry, our chat isn’t working right now.')
        const lines = [
          'Nothing on this page matches data-target="#nowhere": the banner stands as if no place were named.',
          `The feed at "${ground.shop.shop}/missing.json" answers 404.`,
          'There is no option data-placment. Did you mean data-placement?',
          'There is no option data-text-chat-dwon. Did you mean data-text-chat-down?',
          'data-theme can’t be "drak": use auto, light or dark.',
        ]
        expect(await warnedOn(ground, lines.length)).toEqual(lines)
        for (const line of lines) expect(line).not.toMatch(/\/[\^(]|undefined|null/)
      },
    ))

  it('tells of a pod that the page does not list, and mostly asks nobody once more', () =>
    preview({ 'data-pod': 'prod7' }, async (ground) => {
      expect(await warnedOn(ground, 1)).toEqual([
        `The feed at "${manners.feed}" has no prod7. It has prod1, prod2, prod4.`,
      ])
      expect(ground.asked()).toBeLessThanOrEqual(2)
    }))

  it.each(inFull(name) ? ['judgement', 'api', 'view', 'de'] : ['view'])(
    'tells that a file cannot be loaded: %s',
    (part) => {
      const file = partFile(part)
      return preview(
        { 'data-lang': 'de' },
        async (ground) => {
          expect(await warnedOn(ground, 1)).toEqual([
            `${file} can’t be loaded: missing, of another build, blocked by a policy, or without Access-Control-Allow-Origin.`,
          ])
        },
        { cdnFiles: { [`/podlight/${file}`]: { body: '', type: 'text/javascript' } } },
      )
    },
  )

  it('says nothing of any of this where nobody previews', () =>
    manners.visit({ before: NOTE, options: { 'data-placment': 'inline' } }, async (ground) => {
      await ground.headline()
      expect(await ground.run('return warned')).toEqual([])
    }))
})

describe('an announcement', () => {
  const manners = mannersIn('chromium')

  it('that waits for something worse says so', () =>
    manners.visit(
      { before: NOTE, options: { 'data-mode': 'announce:attachments-delayed' } },
      async (ground) => {
        await ground.headline()
        expect(await warnedOn(ground, 1)).toEqual([
          'Your announcement isn’t showing: the status page reports something worse (attachments-failing).',
        ])
      },
    ))
})
