import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRelay } from '../../../shared/feed/relay.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ask } from '../../support/ask.ts'

const answer = (verdict: unknown, more: object = {}): unknown =>
  JSON.parse(
    JSON.stringify({ podlight: 1, vendor: 'kustomer', page: kustomer.page.id, age: 12, verdict, ...more }),
  )

describe('a relay’s answer', () => {
  it('gives back the verdict that was put in', () => {
    const verdict = ask({
      title: 'Chat down (Prod1)',
      updates: ['Chat is down. The next update follows in 20 minutes.'],
    })
    expect(readRelay(answer(verdict), kustomer)).toEqual({
      ok: true,
      value: { age: 12, judgements: [verdict] },
    })
  })

  it.each([
    [{ podlight: 2 }, 'not-a-feed'],
    [{ vendor: 'other' }, 'other-vendor'],
    [{ page: 'other' }, 'other-page'],
    [{ age: '12' }, 'not-a-feed'],
    [{ age: -1 }, 'not-a-feed'],
    [{ verdict: { pod: 'prod1', level: 'green' } }, 'not-a-feed'],
  ])('is refused with %o', (more, failure) => {
    const verdict = ask({ title: 'Prod8' })
    expect(readRelay(answer(verdict, more), kustomer)).toMatchObject({ ok: false, failure })
  })

  it('is not believed when it calls a pod ok and hit at once', () => {
    const verdict = { ...ask({ title: 'Chat down (Prod1)' }), level: 'ok' }
    expect(readRelay(answer(verdict), kustomer)).toMatchObject({
      value: { judgements: [{ level: 'unknown' }] },
    })
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (thing, verdict) => {
        expect(readRelay(thing, kustomer).ok).toBe(false)
        expect(typeof readRelay(answer(verdict), kustomer).ok).toBe('boolean')
      }),
    )
  })
})
