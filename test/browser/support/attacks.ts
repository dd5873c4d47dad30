import { expect } from 'vitest'
import type { Browser } from '../../../scripts/browsers/find.ts'
import { nightly } from '../../support/nightly.ts'
import { WORD } from './evil.ts'
import { type Ground, HOST, type MannersOptions, mannersIn } from './manners.ts'

// Each attack first succeeds on a script that takes things as they come; then ours stands where that one stood.

/** Signs that turn the text after them round. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/

/** Everything in a banner that could be more than words. */
const LOOK = `const root = ${HOST}.shadowRoot
  const all = [${HOST}, ...root.querySelectorAll('*')]
  const live = [...document.querySelectorAll('podlight-live')].map((one) => one.shadowRoot.textContent)
  return {
    words: root.textContent + live,
    names: [...new Set(all.map(({ localName }) => localName))],
    attributes: all.flatMap((one) => [...one.attributes]).map(({ name, value }) => [name, value]),
  }`
const STATUS = `return new Promise((tell) => podlight('status', tell))`
const NAMES = /^(podlight-banner|style|section|button|svg|path|div|p|a)$/

/** A browser for the tests beside it, and what they ask after an attack. */
export const attacksIn = (name: Browser) => {
  const manners = mannersIn(name)
  /** All in one browser; elsewhere, where all of them would take long, every third, and every sixth on a push. */
  const some = <T>(all: readonly T[]): readonly T[] =>
    name === 'chromium' ? all : all.filter((_, i) => i % nightly(3, 6) === 0)

  /** Nothing of an attacker's ran, was changed or was noticed. */
  const isUnharmed = async ({ run, wrong }: Ground): Promise<void> => {
    expect(await run('return [typeof window.attacked, typeof window.Object.prototype.attacked]')).toEqual([
      'undefined',
      'undefined',
    ])
    expect(await wrong()).toEqual([])
    expect(await manners.web.said()).toEqual([])
  }
  /** The banner is made of our own elements and our own words. */
  const isOurs = async ({ run }: Ground): Promise<void> => {
    const { words, names, attributes } = (await run(LOOK)) as {
      words: string
      names: string[]
      attributes: [string, string][]
    }
    expect(words).not.toContain(WORD)
    expect(words).not.toMatch(TURNED)
    expect(names.filter((one) => !NAMES.test(one))).toEqual([])
    expect(attributes.filter(([key, value]) => /^on/.test(key) || value.includes(WORD))).toEqual([])
    const links = attributes.filter(([key]) => /^(href|src|action|srcdoc)$/.test(key))
    expect(links.filter(([, value]) => !/^(mailto:|tel:|https:\/\/)/.test(value))).toEqual([])
    expect(await run('return document.images.length')).toBe(0)
  }
  /** The careless script is harmed; ours shows what it should, and nothing else. */
  const stands = async (
    options: MannersOptions & { readonly naive: string },
    shown: string | null,
    {
      attack = async () => undefined,
      harm = 'window.attacked',
    }: {
      readonly attack?: (ground: Ground) => Promise<void>
      readonly harm?: string
    } = {},
  ): Promise<void> => {
    await manners.visit(options, async (ground) => {
      await attack(ground)
      await ground.seen(`Boolean(${harm})`, true)
    })
    await manners.web.said()
    const { naive: _, ...ours } = options
    await manners.visit(ours, async (ground) => {
      if (shown === null) await ground.seen('typeof window.podlight', 'function')
      else await ground.headline(shown)
      await attack(ground)
      if (shown === null) {
        const { level, banner } = (await ground.run(STATUS)) as { level: string; banner?: unknown }
        expect([level === 'ok', banner ?? null]).toEqual([false, null])
        expect(await ground.part('headline')).toBeNull()
      } else {
        expect(await ground.part('headline')).toBe(shown)
        await isOurs(ground)
      }
      await isUnharmed(ground)
    })
  }

  return { manners, some, isUnharmed, isOurs, stands }
}
