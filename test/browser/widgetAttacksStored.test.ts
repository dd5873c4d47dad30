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

  /** What the loader stores: what was found a second ago, the next request in half a minute. A text of JSON. */
  const stored = (
    finding: string,
    { pod = 'prod1', age = 1000, due = 30_000, failures = '0' } = {},
  ): string => {
    const now = 'Date.now()'
    const times = `spent: ${now}, due: ${now} + ${due}, heldUntil: 0, failures: ${failures}, at: ${now} - ${age}`
    return `JSON.stringify({ version: 2, ${times}, pod: '${pod}' }).replace(/}$/, ',"finding":' + ${finding} + '}')`
  }
  const packed = (value: unknown): string => JSON.stringify(JSON.stringify(value))
  const bare = { level: 'outage' }
  const state = (times: string): string =>
    `'{"version":2,"heldUntil":0,${times},"pod":"prod1","finding":{"level":"ok"}}'`

  const STORED: Readonly<Record<string, readonly [code: string, shown: string | null]>> = {
    'markup in a verdict': [stored(packed(verdict)), CHAT],
    'markup for a level': [stored(packed({ ...verdict, level: EVIL })), null],
    'markup for a scene': [
      stored(packed({ ...verdict, banner: { ...verdict.banner, subject: EVIL, effect: EVIL } })),
      null,
    ],
    'a pod in a verdict, which has none': [stored(packed({ ...verdict, pod: 'prod2' })), CHAT],
    'what was found for another pod': [stored(packed(verdict), { pod: 'prod2' }), FILES],
    'more on every object': [stored(JSON.stringify(polluting(verdict))), CHAT],
    'a banner that is inherited': [
      stored(
        JSON.stringify(
          JSON.stringify({ ...bare, banner: { a: verdict.banner } }).replace('"a"', '"__proto__"'),
        ),
      ),
      null,
    ],
    'a huge text': [stored(`'"' + 'x'.repeat(1e6) + '"'`), null],
    'a huge verdict': [stored(packed({ ...verdict, headline: EVIL.repeat(2000) })), CHAT],
    'what cannot be parsed': [stored(`'%E0%A4%A'`), null],
    'markup alone': [JSON.stringify(EVIL), null],
    'a list': [`'[]'`, null],
    nothing: [`'null'`, null],
    'what 0.1.0 kept': [`[Date.now(), Date.now() + 3e4, 0, Date.now() - 1e3, 'prod1', 1].join()`, null],
    'no numbers': [state('"spent":null,"due":{},"failures":"<b>","at":[]'), null],
    'numbers out of all bounds': [state('"spent":1e400,"due":9e15,"failures":-9e15,"at":9e15'), null],
    'numbers below nothing': [state('"spent":-1,"due":-1,"failures":-1,"at":-1'), null],
    'health that is too old': [stored(`'{"level":"ok"}'`, { age: 901_000, due: -1 }), FILES],
    'half a failure': [stored(packed(verdict), { failures: '0.5' }), null],
    'failures in words': [stored(packed(verdict), { failures: '"<b>"' }), null],
    'health for ever': [stored(`'{"level":"ok"}'`, { age: -9e9, due: 9e9 }), null],
  }
  const naiveStored = `${DRAW}
    const stored = localStorage.podlight
    draw(stored)
    const { pod, finding: parsed } = JSON.parse(stored)
    if (pod !== 'prod1' || 'pod' in parsed || !/^(ok|outage)$/.test(parsed.level)) throw new Error('Odd')
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
