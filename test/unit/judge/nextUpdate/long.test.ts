import { describe, expect, it } from 'vitest'
import { promisedBy } from '../../../../shared/judge/nextUpdate/nextUpdate.ts'
import { POSTED } from './minutes.ts'

describe('texts of a megabyte', () => {
  it.each([
    'update within the next ',
    '12:00 ',
    '30 minutes ',
    '9',
    'a@b',
    '@',
    ':\n',
    'more ',
    'next update by 3pm. We saw 12 ',
    'tomorrow at ',
    ' - 1 ',
    'about a half ',
    'between 2 and ',
    'more, at 3pm, ',
  ])('of "%s" cost no more than their length', (piece) => {
    const start = performance.now()
    promisedBy(piece.repeat(1_000_000 / piece.length), POSTED)
    // Quadratic work takes minutes.
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
