import { describe, expect, it } from 'vitest'
import { DENIALS } from '../../../../shared/judge/promise/denials.ts'
import { MOMENTS } from '../../../../shared/judge/promise/moments.ts'
import { PROMISES } from '../../../../shared/judge/promise/news.ts'
import { SPANS } from '../../../../shared/judge/promise/spans.ts'
import { TIMES } from '../../../../shared/judge/promise/times.ts'
import { ZONES } from '../../../../shared/judge/promise/zones.ts'
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
