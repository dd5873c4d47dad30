import { describe, expect, it } from 'vitest'
import { kustomer } from '../../../../shared/vendors/kustomer.ts'
import { levelOf } from '../../../support/judged.ts'
import { type Json, wholeDocument } from '../../../support/wholeDocument.ts'

/** Rule 12: the right page. */

describe('rule 12: the right page', () => {
  const at = (page: Json, feed = wholeDocument()) => levelOf({ ...feed, page })

  it.each<[string, Json]>([
    ['by its id', { id: kustomer.page.id }],
    ['by its id, wherever it stands', { id: kustomer.page.id, url: 'https://example.com' }],
    ['by its address', { id: 'another', url: 'https://status.kustomer.com' }],
    ['by its address alone', { url: 'http://STATUS.kustomer.com/' }],
    ['by its second address', { id: null, url: 'https://lhn2sb4njk08.statuspage.io/history?page=2' }],
  ])('is known %s', (_, page) => {
    expect(at(page)).toBe('ok')
  })

  it.each([
    'https://status.kustomer.com.example.com',
    'https://example.com/status.kustomer.com',
    'https://status.kustomer.com@example.com',
    'https://example.com#status.kustomer.com',
    'https://example.com\\@status.kustomer.com',
    'https://mystatus.kustomer.com',
    'https://kustomer.com',
    'https://status.kustomer.com:8443',
    'ftp://status.kustomer.com',
    'status.kustomer.com',
    ' https://status.kustomer.com',
    'https://status.kustomer.com\n.example.com',
    '',
  ])('is not known by %j', (url) => {
    expect(at({ id: 'another', url })).toBe('other-page')
  })

  it('needs a pod we know where only its address speaks for it', () => {
    const feed = JSON.parse(JSON.stringify(wholeDocument()).replace(/Prod[12] \(/g, 'Cluster ('))
    expect(at({ id: 'another', url: 'https://status.kustomer.com' }, feed)).toBe('other-page')
    const unknown = JSON.parse(JSON.stringify(wholeDocument()).replace(/Prod[12] \(/g, 'Prod9 ('))
    expect(at({ id: 'another', url: 'https://status.kustomer.com' }, unknown)).toBe('other-page')
  })

  it('says something of itself', () => {
    for (const page of [null, 'page', [], {}, { id: null, url: null }]) expect(at(page)).toBe('not-a-feed')
  })
})
