import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../../shared/feed/body.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { caseOf } from '../../support/ask.ts'
import { documentAt } from '../../support/exam.ts'

const document = () =>
  JSON.parse(JSON.stringify(documentAt(caseOf({ title: 'Prod8', updates: ['One.'] }), 0, 'operational')))
const EXAMPLE = new URL('../../../../shared/feed-example.json', import.meta.url)

describe('a Statuspage document', () => {
  it.skipIf(!existsSync(EXAMPLE))('is read whole in the vendor’s own shape', () => {
    const json = readJson(existsSync(EXAMPLE) ? readFileSync(EXAMPLE, 'utf8') : '')
    const parsed = json.ok ? readStatuspage(json.value, kustomer) : json
    expect(parsed).toMatchObject({ ok: true, value: { dropped: 0, page: kustomer.page.id } })
    if (parsed.ok) {
      expect(parsed.value.components).toHaveLength(69)
      expect(parsed.value.groups.map(({ children }) => children.length)).toEqual([22, 22, 22, 2])
    }
  })

  it('takes incidents.json too, which lists no components', () => {
    const { components: _, scheduled_maintenances: __, ...list } = document()
    expect(readStatuspage(list, kustomer)).toMatchObject({ ok: true, value: { components: null } })
  })

  it('ignores unknown fields and keeps unknown words', () => {
    const feed = document()
    feed.extra = { deep: true }
    feed.components[0].status = 'full_outage'
    const parsed = readStatuspage(feed, kustomer)
    expect(parsed.ok && parsed.value.components?.[0]?.status).toBe('full_outage')
  })

  it('keeps an incident with half its fields lost', () => {
    const feed = document()
    feed.incidents = [{ incident_updates: [{ body: 'Chat is down.' }] }, { name: 'Only a title' }]
    expect(readStatuspage(feed, kustomer)).toMatchObject({
      value: { dropped: 0, incidents: [{ id: 'unnamed', phase: 'unknown' }, { title: 'Only a title' }] },
    })
  })

  it('puts updates newest first by when they were posted, not by the date that may be edited', () => {
    const feed = document()
    feed.incidents[0].incident_updates = [
      {
        status: 'identified',
        body: 'old',
        created_at: '2026-01-01T10:00:00Z',
        display_at: '2026-01-01T12:00:00Z',
      },
      {
        status: 'monitoring',
        body: 'new',
        created_at: '2026-01-01T11:00:00Z',
        display_at: '2026-01-01T09:00:00Z',
      },
    ]
    const parsed = readStatuspage(feed, kustomer)
    expect(parsed.ok && parsed.value.incidents[0]?.updates.map(({ text }) => text)).toEqual(['new', 'old'])
  })

  it.each([
    ['another page', { page: { id: 'another' } }, 'other-page'],
    ['no page', { page: undefined }, 'not-a-feed'],
    ['no incidents', { incidents: undefined }, 'not-a-feed'],
    ['components that are no list', { components: { length: 3 } }, 'not-a-feed'],
  ])('refuses a document with %s', (_, change, failure) => {
    expect(readStatuspage({ ...document(), ...change }, kustomer)).toMatchObject({ ok: false, failure })
  })

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['<!doctype html><title>Moved</title>', 'html'],
    ['{"page": {"id": "', 'truncated'],
    ['hello', 'not-json'],
    ['x'.repeat(4_000_001), 'too-large'],
  ])('says why a body is no document: %.12s', (body, failure) => {
    expect(readJson(body)).toMatchObject({ ok: false, failure })
  })
})
