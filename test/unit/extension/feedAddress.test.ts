import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedAddress, isFeedAddress } from '../../../extension/domain/feedAddress.ts'
import { hostOf, incidentPage, STATUS_PAGE } from '../../../extension/domain/vendorPages.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const addresses = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'], withFragments: true, withQueryParameters: true }),
  fc.string(),
  fc
    .tuple(
      fc.constantFrom(
        'http://',
        'https://',
        'HTTP://',
        'ftp://',
        'file://',
        'data:',
        'javascript:',
        '//',
        '',
      ),
      fc.constantFrom('localhost', '127.0.0.1', '[::1]', 'a@b.c', 'a:b@c.d', 'localhost.evil.test', 'x.test'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
)

describe('an address for a feed', () => {
  it('is one with https, or http on this computer, and carries no password and no fragment', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        const address = feedAddress(text)
        if (address === null) return
        const url = new URL(address)
        expect([url.username, url.password, url.hash]).toEqual(['', '', ''])
        if (url.protocol !== 'https:') {
          expect(url.protocol).toBe('http:')
          expect(['127.0.0.1', 'localhost']).toContain(url.hostname)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is written in one way only, which is taken as it is', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        const address = feedAddress(text)
        if (address !== null) expect([feedAddress(address), isFeedAddress(address)]).toEqual([address, true])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    [' https://relay.example/verdict ', 'https://relay.example/verdict'],
    ['https://relay.example', 'https://relay.example/v1/kustomer/summary.json'],
    ['https://relay.example/', 'https://relay.example/v1/kustomer/summary.json'],
    ['https://relay.example/v1/kustomer', 'https://relay.example/v1/kustomer/summary.json'],
    ['https://relay.example/v1/kustomer/', 'https://relay.example/v1/kustomer/summary.json'],
    ['https://example.com/podlight/v1/kustomer/', 'https://example.com/podlight/v1/kustomer/summary.json'],
    ['http://localhost:8787', 'http://localhost:8787/v1/kustomer/summary.json'],
    ['https://relay.example/v1/kustomer/pods.json', 'https://relay.example/v1/kustomer/pods.json'],
    ['https://relay.example/v1/kustomer/prod2.json', 'https://relay.example/v1/kustomer/prod2.json'],
    ['https://relay.example/v1/other', 'https://relay.example/v1/other'],
    ['https://relay.example/status/', 'https://relay.example/status/'],
    // What is asked for there may well be a document.
    ['https://relay.example/?format=json', 'https://relay.example/?format=json'],
    ['HTTPS://Relay.Example/A#b', 'https://relay.example/A'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['http://127.0.0.1/a', 'http://127.0.0.1/a'],
    ['http://relay.example/', null],
    ['http://localhost.evil.example/', null],
    ['https://somebody:secret@relay.example/', null],
    ['relay.example', null],
    ['', null],
  ])('%j is read as %j', (text, address) => {
    expect(feedAddress(text)).toBe(address)
  })
})

describe('an address that is stored', () => {
  it('stays what it is, though it would be completed if somebody typed it', () => {
    expect(isFeedAddress('https://relay.example/')).toBe(true)
    expect(isFeedAddress('https://relay.example')).toBe(false)
    expect(isFeedAddress('http://relay.example/')).toBe(false)
  })
})

describe('the page of an incident', () => {
  it('is always on the vendor’s own page, whatever the feed calls the incident', () => {
    const ids = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('../x', '//evil.test', '', 'a b', '%2e%2e'),
    )
    fc.assert(
      fc.property(ids, (id) => {
        const url = new URL(incidentPage(id))
        expect(kustomer.page.hosts).toContain(url.host)
        expect(url.pathname).toMatch(/^\/(?:incidents\/[a-zA-Z0-9]+)?$/)
      }),
    )
  })

  it('is its own where it has an id, and the whole page where it has none', () => {
    expect(incidentPage('5wyg2jbywmr2')).toBe(`${STATUS_PAGE}incidents/5wyg2jbywmr2`)
    expect(incidentPage(null)).toBe(STATUS_PAGE)
  })
})

describe('the host of an address', () => {
  it('is empty where there is no address', () => {
    expect(hostOf('https://relay.example:8443/x')).toBe('relay.example:8443')
    expect(hostOf('nowhere')).toBe('')
  })
})
