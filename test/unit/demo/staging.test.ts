import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stagingOf } from '../../../scripts/demo/staging.ts'

describe('an order of the demo’s page', () => {
  it('is a time, a speed and a pod', () => {
    expect(stagingOf('{"at":1,"speed":60,"pod":"prod2"}')).toEqual({ at: 1, speed: 60, pod: 'prod2' })
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"at":"1","speed":1,"pod":"prod1"}',
    '{"at":9e15,"speed":1,"pod":"prod1"}',
    '{"at":1,"speed":-1,"pod":"prod1"}',
    '{"at":1,"speed":4000,"pod":"prod1"}',
    '{"at":1,"speed":1,"pod":"../prod1"}',
    '{"at":1,"speed":1}',
  ])('is refused as %s', (text) => {
    expect(stagingOf(text)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = stagingOf(text)
        if (read) expect(read.pod).toMatch(/^prod\d+$/)
      }),
    )
  })
})
