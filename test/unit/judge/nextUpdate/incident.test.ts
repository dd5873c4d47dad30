import { describe, expect, it } from 'vitest'
import { promiseOf } from '../../../../shared/judge/nextUpdate/nextUpdate.ts'
import { POSTED } from './minutes.ts'

describe('the promise of an incident', () => {
  const incident = (...updates: [phase: string, minute: number, text: string][]) =>
    ({
      updates: updates.map(([phase, minute, text]) => ({ phase, at: POSTED + minute * 60_000, text })),
    }) as unknown as Parameters<typeof promiseOf>[0]
  const due = (...updates: [phase: string, minute: number, text: string][]) => {
    const promise = promiseOf(incident(...updates))
    return promise === null ? null : (promise - POSTED) / 60_000
  }

  it('is the newest', () => {
    expect(
      due(['monitoring', 40, 'More within the hour.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBe(100)
  })

  it('outlives updates that promise nothing', () => {
    expect(
      due(['identified', 10, 'We go on working.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBe(30)
  })

  it('ends with the incident', () => {
    expect(
      due(['resolved', 10, 'It is over.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBeNull()
  })
})
