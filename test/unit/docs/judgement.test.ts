import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { promisedBy } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { ask, short } from '../../support/ask.ts'
import { plain, rowsUnder } from '../../support/tables.ts'
import { tell } from '../../support/tell.ts'

// What docs/judgement.md says of a sentence, a text or an incident is what the judge says of it.

const text = readFileSync(new URL('../../../docs/judgement.md', import.meta.url), 'utf8')
const under = (heading: string, least: number) => {
  const rows = rowsUnder(text, heading)
  it('has rows', () => expect(rows.length).toBeGreaterThanOrEqual(least))
  return rows
}

describe('how a sentence is read', () => {
  it.each(under('How a sentence is read', 25))('%s: %s', (_, sentence = '', reading) => {
    expect(tell(sentence)).toBe(plain(reading))
  })
})

describe('what works acquits only itself', () => {
  it.each(under('What works', 10))('%s %s', (first = '', later = '', left) => {
    const updates = [first, ['monitoring', later]] as const
    expect(short(ask({ title: 'Under investigation (Prod1)', updates }))).toEqual([plain(left)])
  })

  it('takes no title back by a verb of doing', () => {
    const later = ['monitoring', 'Exports complete.'] as const
    expect(short(ask({ title: 'Exports fail (Prod1)', updates: [later] }))).toEqual(['exports:failing'])
    const told = ask({ title: 'Under investigation (Prod1)', updates: ['Exports fail.', later] })
    expect(short(told)).toEqual(['platform:notice?'])
  })
})

describe('what an incident adds up to', () => {
  it.each([
    ['none', 'notice'],
    ['minor', 'delayed'],
    [null, 'delayed'],
    ['major', 'failing'],
    ['critical', 'down'],
  ])('takes the effect from the impact %s where words do not say how: %s', (impact, effect) => {
    expect(short(ask({ title: 'Exports (Prod1)', impact }))).toEqual([`exports:${effect}`])
  })

  it('gives each pod its own where one text tells pod by pod', () => {
    const scene = { title: 'Event', updates: ['In Prod1 search is slow. In Prod2 exports fail.'] }
    expect([short(ask(scene, 'prod1')), short(ask(scene, 'prod2'))]).toEqual([
      ['search:delayed'],
      ['exports:failing'],
    ])
  })
})

describe('the next update', () => {
  const from = Date.UTC(2026, 4, 4, 9)
  it.each(under('The next update', 8))('%s: %s', (sentence = '', minutes) => {
    const due = promisedBy(sentence, from)
    expect(due === null ? 'none' : `${(due - from) / 60_000}`).toBe(minutes)
  })
})
