import { describe, expect, it } from 'vitest'
import { podOfSite } from '../../../extension/domain/policy/podOfSite.ts'
import { readPolicy } from '../../../extension/domain/policy/readPolicy.ts'
import { readAnswer } from '../../../extension/popup/podOfTab.ts'

const { policy } = readPolicy({
  organisations: { acme: 'prod2', 'Blue Door': 'prod4' },
  sites: { 'example.com': 'prod1', 'shop.example.com': 'prod2' },
})

describe('the pod of a site, by the company’s table', () => {
  it.each([
    ['example.com', 'prod1'],
    ['www.example.com', 'prod1'],
    ['shop.example.com', 'prod2'],
    ['de.shop.example.com', 'prod2'],
    ['acme.kustomerapp.com', 'prod2'],
    ['acme.api.kustomerapp.com', 'prod2'],
  ])('%s runs on %s', (host, pod) => expect(podOfSite(policy, host)).toBe(pod))

  it.each([
    'notexample.com',
    'com',
    '',
    'other.kustomerapp.com',
    'acme.kustomerapp.com.evil.example',
    'kustomerapp.com',
  ])('%s is not in it', (host) => expect(podOfSite(policy, host)).toBeNull())

  it('helps where a chat names its organization and no pod', () => {
    const answer = { chat: true, pod: null, organisation: 'Blue Door' }
    expect(readAnswer(answer)).toEqual({ kind: 'noPod' })
    expect(readAnswer(answer, policy)).toMatchObject({ kind: 'found', pod: 'prod4' })
    // What the chat itself says counts.
    expect(readAnswer({ ...answer, pod: 'prod1' }, policy)).toMatchObject({ kind: 'found', pod: 'prod1' })
  })
})
