import { expect, it } from 'vitest'
import { type Observation, rowAfter } from '../../../../extension/storage/history/observations.ts'
import { seeded } from '../../../../scripts/relay/proof/chance.ts'
import { ASLEEP, FAILED, looksBy } from '../../../support/history/looks.ts'
import { MINUTE } from '../../../support/history/minutes.ts'
import { changesIn, statesOf, watch } from '../../../support/history/watch.ts'
import { occurrencesBy } from '../../../support/history/years.ts'

it('made histories have the rows that storage would write, look by look', () => {
  const [from, days] = [Date.UTC(2024, 8, 1), 60]
  const chance = seeded(5)
  const occurrences = occurrencesBy(chance, from, days)
  const looks = looksBy(chance, from, days * 24 * 60)
  const states = statesOf(changesIn(occurrences, from), 'prod1', from, looks.length)
  const stored: Observation[] = []
  let before: number | null = null
  for (const [minute, look] of looks.entries()) {
    if (look === ASLEEP) continue
    const state = states.list.at(look === FAILED ? -1 : (states.at[minute] ?? 0))
    if (state === undefined) throw new Error('There is no such state.')
    const at = from + minute * MINUTE
    const row = rowAfter(stored.at(-1), { pod: 'prod1', at, before, ...state })
    if (row !== null) stored.push(row)
    before = at
  }
  expect(stored.length).toBeGreaterThan(60)
  expect(watch(states, looks, from).rows.map((row) => ({ pod: 'prod1', ...row }))).toEqual(stored)
})
