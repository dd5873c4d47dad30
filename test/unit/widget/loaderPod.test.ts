import { afterEach, describe, expect, it, vi } from 'vitest'
import { readChatKey } from '../../../shared/vendors/chatKey.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

afterEach(() => vi.unstubAllGlobals())

const keyOf = (claims: unknown): string =>
  `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`

/** The pod of a page with this option of the tag, and this key of the chat's. */
const podOfPage = async (option?: string, key?: string): Promise<string | undefined> => {
  const { attribute } = kustomer.chatKey
  const chat = { getAttribute: (name: string) => (name === attribute ? key : null) }
  vi.stubGlobal('document', {
    currentScript: {
      src: 'https://cdn.example/podlight.js',
      dataset: option === undefined ? {} : { pod: option },
    },
    querySelector: (selector: string) =>
      selector === `script[${attribute}]` && key !== undefined ? chat : null,
  })
  vi.resetModules()
  const loader = await import('../../../widget/loader/podOfPage.ts')
  return loader.podOfPage()
}

describe('the pod of a page', () => {
  it('is what the owner says, in whatever case', async () => {
    expect(await podOfPage('prod2', keyOf({ pod: 'prod1' }))).toBe('prod2')
    expect(await podOfPage('Prod2', keyOf({ pod: 'prod1' }))).toBe('prod2')
    for (const wrong of ['auto', '', 'prod 2', 'prod0', 'prod123', 'prod2 ', 'eu'])
      expect(await podOfPage(wrong, keyOf({ pod: 'prod1' })), wrong).toBe('prod1')
  })

  it.each([
    { pod: 'prod1' },
    { orgName: 'shop', pod: 'prod4' },
    { pod: 'Prod2' },
    { pod: 'prod12', orgName: 'Größe ÿ?>~ 日本 🙂' },
    { orgName: 'no pod' },
    { pod: '' },
    { pod: 'us' },
    { pod: 7 },
    {},
  ])('is else what the extension reads in the chat’s key: %j', async (claims) => {
    const key = keyOf(claims)
    expect(await podOfPage(undefined, key)).toBe(readChatKey(key, kustomer.chatKey)?.pod ?? undefined)
  })

  it('is unknown without a key, or with one of another kind', async () => {
    expect(await podOfPage()).toBeUndefined()
    for (const key of ['', 'key', 'a.b', 'a.%%%.c', '..', `a.${'x'.repeat(9)}.c`])
      expect(await podOfPage(undefined, key), key).toBeUndefined()
  })
})
