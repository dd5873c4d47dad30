import { describe, expect, it } from 'vitest'
import { readAtom } from '../../../shared/feed/atom.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { short } from '../../support/ask.ts'

const { hosts } = kustomer.page

const feed = (entries: string, host = hosts[0]): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="en-US" xmlns="http://www.w3.org/2005/Atom">
  <id>tag:${host},2005:/history</id>
  <link rel="alternate" type="text/html" href="https://${host}"/>
  <updated>2026-01-02T05:00:00Z</updated>
  ${entries}
</feed>`

const entry = (content: string): string => `<entry>
    <id>tag:${hosts[0]},2005:Incident/1</id>
    <published>2025-12-31T23:30:00-05:00</published>
    <updated>2026-01-01T00:20:00-05:00</updated>
    <link rel="alternate" type="text/html" href="https://${hosts[0]}/incidents/abc"/>
    <title>Chat &amp;amp; email slow [PROD2]</title>
    <content type="html">${content.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</content>
  </entry>`

const two = entry(
  `<p><small>Jan <var data-var='date'>01</var>, <var data-var='time'>00:20</var> EST</small><br><strong>Update</strong> - Still slow.</p>` +
    `<p><small>Dec <var data-var='date'>31</var>, <var data-var='time'>23:30</var> EST</small><br><strong>Identified</strong> - Email is slow. The next update follows within 30 minutes.</p>`,
)

describe('Atom history', () => {
  it('reads all updates of an entry, newest first, with phases and moments across a turn of the year', () => {
    const parsed = readAtom(feed(two), hosts)
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        components: null,
        incidents: [
          {
            id: 'abc',
            title: 'Chat & email slow [PROD2]',
            phase: 'identified',
            updates: [
              { phase: 'identified', text: 'Still slow.', at: Date.UTC(2026, 0, 1, 5, 20) },
              { phase: 'identified', at: Date.UTC(2026, 0, 1, 4, 30) },
            ],
          },
        ],
      },
    })
  })

  it('can tell of trouble but never prove health', () => {
    const judge = createJudge(kustomer, promiseOf)
    const now = Date.UTC(2026, 0, 1, 5, 30)
    const judged = (text: string, pod: string) => {
      const parsed = readAtom(text, hosts)
      if (!parsed.ok) throw new Error(parsed.detail)
      return judge(parsed.value, pod, { now, fetchedAt: now })
    }
    expect(short(judged(feed(two), 'prod2'))).toEqual(['chat:delayed', 'email:delayed'])
    expect(judged(feed(two), 'prod1')).toMatchObject({ level: 'unknown', reason: 'not-listed' })
    expect(judged(feed(''), 'prod1')).toMatchObject({ level: 'unknown', reason: 'not-listed' })
  })

  it.each([
    ['', 'empty'],
    ['<!doctype html><html><body>Moved</body></html>', 'html'],
    ['{"page": {}}', 'not-a-feed'],
    [feed(two).slice(0, -10), 'truncated'],
    [feed(two, 'status.example.org').replaceAll(hosts[0] ?? '', 'status.example.org'), 'other-page'],
  ])('refuses what is no feed of the page: %.20s', (text, failure) => {
    expect(readAtom(text, hosts)).toMatchObject({ ok: false, failure })
  })

  it('drops an entry that says nothing, and counts it', () => {
    expect(readAtom(feed(`<entry></entry>${two}`), hosts)).toMatchObject({ ok: true, value: { dropped: 1 } })
  })
})
