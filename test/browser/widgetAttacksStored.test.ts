import { describe, expect, it } from 'vitest'
import { customer } from '../../shared/text/en.ts'
import { attacksIn } from './support/attacks.ts'
import { DRAW, EVIL, polluting, verdict } from './support/evil.ts'
import { FILES, HOST } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// What the site's storage holds under our names, whoever wrote it.

const CHAT = customer.scenes['chat-down'].headline

describe.each(ALL)('stored values that attack, in %s', (name) => {
  const { manners, some, isUnharmed, isOurs, stands } = attacksIn(name)

  /** A row as the loader stores it: what was learnt a second ago, the next request in half a minute. */
  const row = (sight: string, { pod = 'prod1', age = 1000, due = 30_000 } = {}): string => {
    const now = 'Date.now()'
    return `[${now}, ${now} + ${due}, 0, ${now} - ${age}, '${pod}', ${sight}].join()`
  }
  const packed = (value: unknown): string => `encodeURIComponent(${JSON.stringify(JSON.stringify(value))})`
  const bare = { pod: 'prod1', level: 'outage' }

  const STORED: Readonly<Record<string, readonly [code: string, shown: string | null]>> = {
    'markup in a verdict': [row(packed(verdict)), CHAT],
    'markup for a level': [row(packed({ ...verdict, level: EVIL })), null],
    'markup for a scene': [
      row(packed({ ...verdict, banner: { ...verdict.banner, subject: EVIL, effect: EVIL } })),
      null,
    ],
    'a verdict of another pod': [row(packed({ ...verdict, pod: 'prod2' })), null],
    "another pod's row": [row(packed(verdict), { pod: 'prod2' }), FILES],
    'more on every object': [row(`encodeURIComponent(${JSON.stringify(polluting(verdict))})`), CHAT],
    'a banner that is inherited': [
      row(
        `encodeURIComponent(${JSON.stringify(
          JSON.stringify({ ...bare, banner: { a: verdict.banner } }).replace('"a"', '"__proto__"'),
        )})`,
      ),
      null,
    ],
    'a huge text': [row(`'x'.repeat(1e6)`), null],
    'a huge verdict': [row(packed({ ...verdict, headline: EVIL.repeat(2000) })), CHAT],
    'what cannot be decoded': [row(`'%E0%A4%A'`), null],
    'markup alone': [JSON.stringify(EVIL), FILES],
    'nothing between commas': [`',,,,,,,,'`, FILES],
    'no numbers': [`'NaN,Infinity,-Infinity,null,prod1,1'`, FILES],
    'numbers out of all bounds': [`'1e400,9e15,-9e15,9e15,prod1,1'`, null],
    'numbers below nothing': [`'-1,-1,-1,-1,prod1,1'`, FILES],
    'health that is too old': [row(`'1'`, { age: 901_000, due: -1 }), FILES],
    'health for ever': [row(`'1'`, { age: -9e9, due: 9e9 }), null],
  }
  const naiveStored = `${DRAW}
    const stored = localStorage.podlight
    const kept = stored.split(',')
    draw(stored)
    const parsed = JSON.parse(decodeURIComponent(kept[5]))
    if (parsed.pod !== 'prod1' || kept[4] !== 'prod1' || !/^(ok|outage)$/.test(parsed.level)) throw new Error('Odd')
    merge({}, parsed)
    draw(parsed.headline)
    if (!parsed.headline) throw new Error('Nothing to say')`

  it.each(some(Object.entries(STORED)))('what is stored for us: %s', (_, [code, shown]) =>
    stands({ before: `localStorage.podlight = ${code}`, naive: naiveStored }, shown, {
      harm: '(window.attacked || watched.wrong.length > 0)',
      attack: async ({ asked }) => {
        expect(asked()).toBeLessThanOrEqual(1)
      },
    }),
  )

  it.each(
    some([
      ['markup', JSON.stringify(EVIL)],
      ['a huge text', `${JSON.stringify(`9 ${EVIL}\n`)}.repeat(1e3)`],
      [
        'lines that are none',
        `'\\n\\n0\\n 0 \\n__proto__\\nNaN NaN\\n0 undefined attachments\\n0 null chat'`,
      ],
    ]),
  )('what is stored of dismissals: %s', async (_, code) => {
    const before = `localStorage['podlight-seen'] = ${code}`
    const naive = `${DRAW} const seen = localStorage['podlight-seen']; draw(seen); JSON.parse(seen)`
    await manners.visit({ before, naive }, async ({ seen }) => {
      await seen('Boolean(window.attacked || watched.wrong.length)', true)
    })
    await manners.web.said()
    await manners.visit({ before }, async (ground) => {
      await ground.headline()
      await isOurs(ground)
      await manners.web.click(`${HOST}.shadowRoot.querySelector('[part=close]')`)
      await ground.seen(`${HOST} === null`, true)
      // Whoever wrote much there does not make us write as much.
      expect(Number(await ground.run(`return localStorage['podlight-seen'].length`))).toBeLessThan(300)
      await isUnharmed(ground)
    })
  })
})
