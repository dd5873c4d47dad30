import { describe, expect, it } from 'vitest'
import { MOMENTS } from '../../../../shared/judge/nextUpdate/moments.ts'
import { DENIALS } from '../../../../shared/judge/nextUpdate/noNextUpdate.ts'
import { PROMISES } from '../../../../shared/judge/nextUpdate/promises.ts'
import { SPANS } from '../../../../shared/judge/nextUpdate/spans.ts'
import { TIMES } from '../../../../shared/judge/nextUpdate/times.ts'
import { ZONES } from '../../../../shared/judge/nextUpdate/zones.ts'
import { minutes, POSTED } from './minutes.ts'

describe.each([
  ['spans', SPANS],
  ['moments', MOMENTS],
  ['times', TIMES],
  ['zones', ZONES],
  ['promises', PROMISES],
  ['denials', DENIALS],
])('rows of %s', (_, rows) => {
  it.each(
    rows.flatMap(({ name, examples }) => Object.entries(examples).map((one) => [name, ...one] as const)),
  )('%s: %s', (_, text, due) => {
    expect(minutes(text)).toBe(typeof due === 'string' ? (Date.parse(due) - POSTED) / 60_000 : due)
  })
})
