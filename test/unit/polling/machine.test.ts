import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { type Event, type Moment, type State, step } from '../../../shared/polling/machine.ts'
import { firstState, mended, type PollState, parseState } from '../../../shared/polling/pollState.ts'
import { HOUR, MINUTE, SECOND } from './world.ts'

const NOW = 1.7e12
const at = (after: number, more: Partial<Moment> = {}): Moment => ({
  now: NOW + after,
  random: 0,
  saving: false,
  hosts: 2,
  ...more,
})
const resting = (row: Partial<PollState> = {}): State => ({
  phase: 'resting',
  row: { ...firstState(NOW), bucket: bucketOf(CAPACITY, NOW), ...row },
})
const LOOK: Event = { type: 'look' }
const WAKE: Event = { type: 'wake' }
const WELL: Event = { type: 'news', affected: false }
const HIT: Event = { type: 'news', affected: true }
const FAILED: Event = { type: 'failed', limited: false, retryAfter: null }
const LIMITED: Event = { type: 'failed', limited: true, retryAfter: null }

const played = (state: State, ...events: readonly (readonly [Event, Moment])[]): State =>
  events.reduce((now, [event, moment]) => step(now, event, moment), state)

describe('asking when it is time', () => {
  it('asks when due and not before', () => {
    expect(step(resting({ due: NOW + 1 }), LOOK, at(0)).phase).toBe('resting')
    expect(step(resting({ due: NOW }), LOOK, at(0)).phase).toBe('asking')
  })

  it('has charged the bucket and set the next time before the answer', () => {
    const { row } = step(resting(), LOOK, at(0))
    expect(row.bucket.saved).toBe((CAPACITY - 1) * PRICE)
    expect(row).toMatchObject({ asked: NOW, due: NOW + MINUTE })
  })

  it('is not changed by an answer that changes nothing, so nothing needs writing', () => {
    const asking = step(resting(), LOOK, at(0))
    expect(step(asking, WELL, at(300)).row).toEqual(asking.row)
  })

  it('waits 60 s while well, 30 s while hit, 5 min where data is to be saved', () => {
    expect(played(resting(), [LOOK, at(0)], [WELL, at(300)]).row.due).toBe(NOW + MINUTE)
    expect(played(resting(), [LOOK, at(0)], [HIT, at(300)]).row.due).toBe(NOW + 30 * SECOND)
    const saving = { saving: true }
    expect(played(resting(), [LOOK, at(0, saving)], [HIT, at(300, saving)]).row.due).toBe(NOW + 5 * MINUTE)
    const failing = played(resting(), [LOOK, at(0, saving)], [FAILED, at(9, saving)], [FAILED, at(9, saving)])
    expect(failing.row.due).toBeGreaterThanOrEqual(NOW + 5 * MINUTE)
  })

  it('waits for the bucket where it is empty', () => {
    const state = step(resting({ bucket: bucketOf(0, NOW) }), LOOK, at(0))
    expect(state).toMatchObject({ phase: 'resting', row: { due: NOW + PRICE } })
    expect(step(state, LOOK, at(PRICE)).phase).toBe('asking')
  })
})

describe('failing', () => {
  const first = played(resting(), [LOOK, at(0)], [FAILED, at(100)])

  it('asks the next host at once, once', () => {
    expect(first).toMatchObject({ phase: 'asking', tried: 1, row: { host: 1, failures: 0 } })
    expect(step(first, FAILED, at(200))).toMatchObject({ phase: 'resting', row: { host: 0, failures: 1 } })
  })

  it('charges the bucket for it', () => {
    expect(first.row.bucket.saved).toBeLessThan((CAPACITY - 2) * PRICE + SECOND)
    const poor = played(resting({ bucket: bucketOf(1, NOW) }), [LOOK, at(0)], [FAILED, at(100)])
    expect(poor).toMatchObject({ phase: 'resting', row: { lastOutcome: 'failing', host: 1 } })
  })

  it('remembers the host that answered', () => {
    const news = step(first, WELL, at(200))
    expect(news.row.host).toBe(1)
    expect(step(news, LOOK, at(2 * MINUTE)).row.host).toBe(1)
  })

  it('backs off further with each failure, and forgets them with the first news', () => {
    let state = resting()
    const waits: number[] = []
    for (let [n, now] = [0, 0]; n < 6; n++) {
      const bad = { random: 1, hosts: 1 }
      state = played(state, [LOOK, at(now, bad)], [FAILED, at(now, bad)])
      waits.push(state.row.due - NOW - now)
      now = state.row.due - NOW
    }
    expect(waits).toEqual([60, 120, 240, 300, 300, 300].map((s) => s * SECOND))
    const end = state.row.due - NOW
    expect(played(state, [LOOK, at(end)], [WELL, at(end)]).row.failures).toBe(0)
  })

  it('honours the silence that the server asks for, and does not go round by the other host', () => {
    const held = played(resting(), [LOOK, at(0)], [{ ...LIMITED, retryAfter: 10 * MINUTE }, at(100)])
    expect(held).toMatchObject({
      phase: 'resting',
      row: { lastOutcome: 'held', due: NOW + 100 + 10 * MINUTE },
    })
    expect(step(held, WAKE, at(9 * MINUTE)).phase).toBe('resting')
    expect(step(held, LOOK, at(11 * MINUTE)).phase).toBe('asking')
    const short = played(resting(), [LOOK, at(0)], [{ ...LIMITED, retryAfter: 1000 }, at(100)])
    expect(short.row.due).toBeGreaterThanOrEqual(NOW + 30 * SECOND)
  })

  it('does not take "retry after 0" for a request for silence', () => {
    expect(played(resting(), [LOOK, at(0)], [{ ...FAILED, retryAfter: 0 }, at(9)]).phase).toBe('asking')
  })
})

describe('waking', () => {
  const news = played(resting(), [LOOK, at(0)], [WELL, at(300)])
  const failing = played(resting(), [LOOK, at(0)], [FAILED, at(100)], [FAILED, at(200)])

  it('asks at once when the news is older than 60 s or the last try failed', () => {
    expect(step(news, WAKE, at(59 * SECOND)).phase).toBe('resting')
    expect(step({ ...news, row: { ...news.row, due: NOW + HOUR } }, WAKE, at(61 * SECOND)).phase).toBe(
      'asking',
    )
    expect(step(failing, WAKE, at(SECOND)).phase).toBe('asking')
  })

  it('stays within the bucket, where asking at every wake would not', () => {
    let state: State = failing
    let asked = 0
    for (let now = SECOND; now < HOUR; now += SECOND) {
      state = step(state, WAKE, at(now, { hosts: 1 }))
      if (state.phase !== 'asking') continue
      asked += 1
      state = step(state, FAILED, at(now, { hosts: 1 }))
    }
    // One wake a second makes 3599 requests for whoever asks at each.
    expect(asked).toBeLessThanOrEqual(119)
    expect(asked).toBeGreaterThan(100)
  })
})

describe('away', () => {
  it('asks nothing, and asks at once on return', () => {
    const away = step(resting(), { type: 'leave' }, at(0))
    expect(step(away, LOOK, at(HOUR)).phase).toBe('away')
    expect(step(away, WAKE, at(HOUR)).phase).toBe('away')
    expect(played(away, [{ type: 'enter' }, at(HOUR)], [WAKE, at(HOUR)]).phase).toBe('asking')
  })

  it('finishes a request first', () => {
    const leaving = played(resting(), [LOOK, at(0)], [{ type: 'leave' }, at(10)])
    expect(leaving.phase).toBe('asking')
    expect(step(leaving, WELL, at(300)).phase).toBe('away')
    const back = played(leaving, [{ type: 'enter' }, at(20)], [WELL, at(300)])
    expect(back.phase).toBe('resting')
  })
})

describe('any events under any clock', () => {
  const events: Event[] = [
    LOOK,
    WAKE,
    { type: 'leave' },
    { type: 'enter' },
    WELL,
    HIT,
    FAILED,
    LIMITED,
    { type: 'failed', limited: false, retryAfter: HOUR },
  ]
  const happening = fc.record({
    event: fc.oneof({ weight: 3, arbitrary: fc.constant(LOOK) }, fc.constantFrom(...events)),
    passes: fc.integer({ min: 0, max: 2 * MINUTE }),
    jumps: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -9 * HOUR, max: 9 * HOUR })),
    random: fc.double(),
    saving: fc.boolean(),
  })

  it('keep the budget, the order of states, and a row that can be stored and read', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 150 }), fc.constantFrom(1, 2, 3), (story, hosts) => {
        let state = resting()
        let [now, real, jumps, asked] = [NOW, 0, 0, 0]
        for (const { event, passes, jumps: jump, random, saving } of story) {
          now += passes + jump
          real += passes
          jumps += jump > 0 ? 1 : 0
          if (state.phase !== 'asking') state = { ...state, row: mended(state.row, now) }
          const before: State = state
          state = step(before, event, { now, random, saving, hosts })
          const charged = state.row.asked === now && state.phase === 'asking' && state !== before
          if (charged && (before.phase !== 'asking' || state.row.host !== before.row.host)) asked += 1
          if (before.phase === 'away') expect(state.phase).not.toBe('asking')
          if (before.phase === 'resting' && state.phase === 'asking')
            expect(['look', 'wake']).toContain(event.type)
          if (before.phase === 'asking' && event.type === 'failed' && state.phase !== 'asking') {
            expect(state.row.due - now).toBeGreaterThanOrEqual(30 * SECOND)
          }
          expect(parseState(JSON.stringify(state.row))).toEqual(state.row)
        }
        expect(asked * PRICE).toBeLessThanOrEqual(CAPACITY * PRICE + real + jumps * MINUTE)
      }),
    )
  })

  it('always come to a request: nothing locks it for longer than a wait', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
        let state = resting()
        let now = NOW
        for (const { event, passes, jumps: jump, random, saving } of story) {
          now += passes + jump
          if (state.phase !== 'asking') state = { ...state, row: mended(state.row, now) }
          state = step(state, event, { now, random, saving, hosts: 2 })
        }
        if (state.phase === 'asking') state = { phase: 'resting', row: state.row }
        const open = step({ phase: 'resting', row: mended(state.row, now) }, LOOK, at(now - NOW))
        const longest = state.row.lastOutcome === 'held' ? HOUR : 375 * SECOND
        const then = now + longest + PRICE
        expect(open.phase === 'asking' || step(open, LOOK, at(then - NOW)).phase === 'asking').toBe(true)
      }),
    )
  })
})

describe('news that came without a request', () => {
  const heard = (affected: boolean): Event => ({ type: 'heard', affected })

  it('begins the wait anew, at no cost', () => {
    const before = played(resting(), [LOOK, at(0)], [WELL, at(300)])
    const { phase, row } = step(before, heard(false), at(40 * SECOND))
    expect(phase).toBe('resting')
    expect(row).toMatchObject({
      asked: NOW + 40 * SECOND,
      due: NOW + 40 * SECOND + MINUTE,
      lastOutcome: 'well',
    })
    expect(row.bucket.saved).toBe(CAPACITY * PRICE)
  })

  it('fills the bucket as time passes, however long nothing is asked', () => {
    let state = resting({ bucket: bucketOf(0, NOW) })
    for (let beat = 1; beat <= 8; beat++) state = step(state, heard(false), at(beat * 15 * SECOND))
    expect(state.row.bucket).toEqual({ saved: 8 * 15 * SECOND, at: NOW + 8 * 15 * SECOND })
  })

  it('calls for the shorter wait where it is of trouble', () => {
    const { row } = step(resting(), heard(true), at(0))
    expect(row).toMatchObject({ due: NOW + 30 * SECOND, lastOutcome: 'affected' })
  })

  it('is the end of failures, and of a silence that the server asked for', () => {
    const held = resting({ lastOutcome: 'held', failures: 4, due: NOW + HOUR })
    expect(step(held, heard(false), at(0)).row).toMatchObject({
      failures: 0,
      due: NOW + MINUTE,
      lastOutcome: 'well',
    })
  })

  it('leaves a request that is under way as it is', () => {
    const asking = step(resting(), LOOK, at(0))
    expect(asking.phase).toBe('asking')
    expect(step(asking, heard(true), at(SECOND))).toBe(asking)
  })

  it('lets nothing be asked by whoever comes back within the minute', () => {
    const fresh = step(resting({ due: NOW }), heard(false), at(0))
    expect(step(fresh, WAKE, at(59 * SECOND)).phase).toBe('resting')
    expect(step(fresh, WAKE, at(61 * SECOND)).phase).toBe('asking')
  })
})
