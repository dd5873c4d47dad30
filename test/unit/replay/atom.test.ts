import { describe, expect, it } from 'vitest'
import { atomAt } from '../../../scripts/replay/atom.ts'
import { all, incident, named } from './support.ts'

const entries = (feed: string): number => feed.split('<entry>').length - 1

describe('history.atom', () => {
  it('holds one entry an incident, no maintenance, 25 at most', () => {
    expect(entries(atomAt(named('2025-09-13-maintenance'), '2026-01-01T00:00:00Z'))).toBe(0)
    const many = Array.from({ length: 30 }, (_, index) => incident({ id: `many-${index}` }))
    expect(entries(atomAt(many, '2026-01-01T00:00:00Z'))).toBe(25)
  })

  it('writes updates newest first, a repeated phase as an update', () => {
    const feed = atomAt(named('2024-12-19-chat-attachments'), '2024-12-19T08:56:00Z')
    const words = [...feed.matchAll(/&lt;strong&gt;(\w+)&lt;/g)].map((match) => match[1])
    expect(words).toEqual(['Resolved', 'Update', 'Update', 'Identified'])
    expect(feed).toContain(
      "Dec &lt;var data-var='date'&gt;19&lt;/var&gt;, &lt;var data-var='time'&gt;03:55&lt;/var&gt; EST",
    )
  })

  it('is well escaped for every recording', () => {
    const feed = atomAt(all, '2027-01-01T00:00:00Z')
    expect(feed.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&')
    const tags = [...feed.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)]
    const depth = tags.reduce((sum, [, end, , single]) => sum + (end ? -1 : single ? 0 : 1), 0)
    expect(depth).toBe(0)
  })
})
