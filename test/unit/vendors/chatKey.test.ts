import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChatKey } from '../../../shared/vendors/chatKey.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const { chatKey } = kustomer
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const key = (claims: unknown): string => `${encoded({ alg: 'none' })}.${encoded(claims)}.`

describe('the chat key', () => {
  it('tells pod and organisation', () => {
    expect(
      readChatKey(key({ org: '1', orgName: 'bücher', pod: 'prod2', roles: ['org.tracking'] }), chatKey),
    ).toEqual({
      pod: 'prod2',
      organisation: 'bücher',
    })
  })

  it.each([
    [{ orgName: 'old' }, null],
    [{ orgName: 'odd', pod: 'production' }, null],
    [{ orgName: 'odd', pod: 'prod1.evil.example' }, null],
    [{ orgName: 'odd', pod: ['prod1'] }, null],
  ])('names no pod where none is well-formed: %o', (claims, pod) => {
    expect(readChatKey(key(claims), chatKey)?.pod).toBe(pod)
  })

  it.each([
    '',
    'abc',
    'a.b.c',
    'a.!!!.c',
    `a.${'A'.repeat(9000)}.c`,
    `a.${encoded(null)}.`,
    `a.${encoded([1])}.`,
  ])('is no key: %.20s', (text) => {
    expect(readChatKey(text, chatKey)).toBeNull()
  })

  it('reads every payload as Node does, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (orgName, junk) => {
        fc.pre(orgName.trim() !== '')
        expect(readChatKey(key({ orgName, pod: 'prod1' }), chatKey)).toEqual({
          pod: 'prod1',
          organisation: orgName,
        })
        expect(() => readChatKey(junk, chatKey)).not.toThrow()
      }),
    )
  })
})
