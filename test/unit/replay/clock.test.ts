import { describe, expect, it } from 'vitest'
import { createClock } from '../../../scripts/replay/clock.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import { incident, named } from './support.ts'

const moments = momentsOf([incident()])
const [BEGAN, ENDED] = [Date.parse('2025-01-01T10:00:00Z'), Date.parse('2025-01-01T11:00:00Z')]

const clockAt = (at: number, speed: number) => {
  let real = 5_000
  const clock = createClock({ at, speed, now: () => real, moments })
  const pass = (ms: number): void => {
    real += ms
  }
  return { ...clock, pass }
}

describe('the replay’s clock', () => {
  it('stands still at speed 0 and runs as fast as told', () => {
    const clock = clockAt(BEGAN, 0)
    clock.pass(1_000)
    expect(clock.time()).toBe(BEGAN)
    clock.setSpeed(60)
    clock.pass(1_000)
    expect(clock.time()).toBe(BEGAN + 60_000)
    clock.setSpeed(1)
    clock.pass(1_000)
    expect(clock.time()).toBe(BEGAN + 61_000)
    clock.setTime('2025-01-01T10:30:00Z')
    expect(clock.time()).toBe(BEGAN + 1_800_000)
  })

  it('steps from change to change and stays at the last one', () => {
    const clock = clockAt(BEGAN - 1, 0)
    expect(clock.coming()).toHaveLength(2)
    expect(clock.step().map((moment) => moment.at)).toEqual([BEGAN])
    expect(clock.step().map((moment) => moment.what)).toEqual(['resolved: Something [PROD1]'])
    expect(clock.time()).toBe(ENDED)
    expect(clock.step()).toEqual([])
    expect(clock.time()).toBe(ENDED)
  })

  it('takes changes of one moment in one step', () => {
    const both = momentsOf(named('2025-02-11-dropped-component'))
    const clock = createClock({ at: 0, speed: 0, now: () => 0, moments: both })
    expect(clock.step().map((moment) => moment.what)).toEqual([
      'investigating: [CHAT] Messages arrive with delays (Prod1)',
      'Prod2 (EU) - Channel - Chat degraded_performance',
    ])
    expect(clock.step().at(-1)?.what).toBe('Prod2 (EU) - Channel - Chat is listed no more')
  })

  it('refuses speeds and times that are none', () => {
    const clock = clockAt(BEGAN, 0)
    for (const speed of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e7])
      expect(() => clock.setSpeed(speed)).toThrow('The speed must be a number')
    expect(() => clock.setTime('soon')).toThrow('"soon" is not a time')
    expect(() => clock.setTime(1e20)).toThrow('is not a time')
  })
})
