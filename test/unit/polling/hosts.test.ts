import { describe, expect, it } from 'vitest'
import { taken } from '../../../shared/model/parsed.ts'
import { type Hosts, hostAt, nextPlace, ofPage, telling } from '../../../shared/polling/hosts.ts'

describe('hosts', () => {
  const hosts: Hosts = ['https://page.test/', 'https://id.test/']

  it('go round', () => {
    expect(nextPlace(0, 2)).toBe(1)
    expect(nextPlace(1, 2)).toBe(0)
    expect(nextPlace(0, 1)).toBe(0)
  })

  it('are found at any remembered place', () => {
    expect(hostAt(hosts, 1)).toBe('https://id.test/')
    expect(hostAt(['https://one.test/'], 1)).toBe('https://one.test/')
    expect(hosts).toContain(hostAt(hosts, Number.MAX_SAFE_INTEGER))
  })

  it('that answer say more than hosts that are silent', () => {
    expect(telling('other-page', 'offline')).toBe('other-page')
    expect(telling('html', 'timeout')).toBe('html')
    expect(telling('offline', 'http-error')).toBe('http-error')
    expect(telling(undefined, 'offline')).toBe('offline')
  })
})

describe('ofPage', () => {
  const parse = ofPage(
    'right',
    (page: string | null) => page,
    (body) => taken(body || null),
  )

  it('lets a document of the right page through', () => {
    expect(parse('right', 'h')).toEqual(taken('right'))
  })

  it('refuses a document of another page or of none', () => {
    expect(parse('wrong', 'h')).toMatchObject({ ok: false, failure: 'other-page' })
    expect(parse('', 'h')).toMatchObject({ ok: false, failure: 'other-page' })
  })
})
