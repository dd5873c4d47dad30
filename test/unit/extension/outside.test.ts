import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { isOwnPage } from '../../../extension/messaging/listen.ts'
import { replyShape, requestShape } from '../../../extension/messaging/protocol.ts'
import { readBackup, writeBackup } from '../../../extension/options/backupFile.ts'
import { readAnswer } from '../../../extension/popup/podOfTab.ts'
import { KEYS } from '../../../extension/storage/storedKeys.ts'
import { validSettings } from './arbitraries.ts'

// What comes from outside the background: messages, files, pages.

vi.mock('wxt/browser', () => ({ browser: {} }))

// Other files are read by the same worker after this one.
afterAll(() => vi.resetModules())

describe('a backup file', () => {
  it('gives back what was written to it', () => {
    fc.assert(
      fc.property(validSettings, (settings) => {
        expect(readBackup(writeBackup(settings))).toEqual({ kind: 'read', settings })
      }),
    )
  })

  it('of a newer Podlight is told from one that is none', () => {
    const { version } = KEYS.settings
    const newer = { podlight: { version: version + 1, value: { pods: 'all' } } }
    expect(readBackup(JSON.stringify(newer))).toEqual({ kind: 'newer' })
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"podlight":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another file', '{"name":"podlight","version":1}'],
    ['no row', '{"podlight":null}'],
    ['settings that are none', JSON.stringify({ podlight: { version: 1, value: { pods: ['moon'] } } })],
  ])('that holds %s is wrong', (_, text) => {
    expect(readBackup(text)).toEqual({ kind: 'wrong' })
  })

  it('of any content is read or refused', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((podlight) => JSON.stringify({ podlight })),
    )
    fc.assert(fc.property(texts, (text) => ['read', 'wrong', 'newer'].includes(readBackup(text).kind)))
  })
})

describe('a message', () => {
  const requests = fc.oneof(
    fc.constantFrom(
      { type: 'page-bg:open' },
      { type: 'page-bg:check' },
      { type: 'page-bg:example' },
      { type: 'page-bg:reset' },
    ),
    fc.record({ type: fc.constant('page-bg:mute'), incident: fc.string(), on: fc.boolean() }),
    fc.record({ type: fc.constant('page-bg:tell-back'), pod: fc.string(), on: fc.boolean() }),
    fc.record({ type: fc.constant('page-bg:settings'), settings: validSettings }),
  )

  it('of ours is taken as it is', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(requestShape.parse(request)).toEqual(request)
      }),
    )
  })

  it('of anybody’s is taken or refused, and never throws', () => {
    const anything = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.record({ type: fc.constantFrom('page-bg:mute', 'page-bg:settings', 'x'), settings: fc.anything() }),
    )
    fc.assert(
      fc.property(anything, (message) => {
        for (const shape of [requestShape, replyShape]) {
          const { success, data } = shape.safeParse(message)
          expect(success).toBe(data !== undefined)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, unknown]>([
    ['an unknown name', { type: 'page-bg:shutdown' }],
    ['a missing part', { type: 'page-bg:mute', incident: 'a' }],
    [
      'settings that are none',
      { type: 'page-bg:settings', settings: { ...DEFAULT_SETTINGS, pods: ['moon'] } },
    ],
    ['nothing', null],
  ])('with %s is refused', (_, message) => {
    expect(requestShape.safeParse(message).success).toBe(false)
  })
})

describe('a sender', () => {
  const own = { id: 'abc', root: 'chrome-extension://abc/' }

  it.each<[string, { id?: string; url?: string }, boolean]>([
    ['the popup', { id: 'abc', url: 'chrome-extension://abc/popup.html' }, true],
    ['a script of ours in a web page', { id: 'abc', url: 'https://example.com/' }, false],
    ['another extension', { id: 'xyz', url: 'chrome-extension://xyz/popup.html' }, false],
    ['another extension at our address', { id: 'xyz', url: 'chrome-extension://abc/popup.html' }, false],
    ['a longer id', { id: 'abc', url: 'chrome-extension://abcd/popup.html' }, false],
    ['our address within another', { id: 'abc', url: 'https://x.test/chrome-extension://abc/' }, false],
    ['nobody', {}, false],
    ['somebody without an address', { id: 'abc' }, false],
  ])('%s', (_, sender, is) => {
    expect(isOwnPage(sender, own)).toBe(is)
  })
})

describe('what a page’s script answers', () => {
  it.each<[string, unknown, object]>([
    [
      'a pod',
      { chat: true, pod: 'prod2', organisation: 'Acme' },
      { kind: 'found', pod: 'prod2', organisation: 'Acme' },
    ],
    [
      'a pod without a name',
      { chat: true, pod: 'Prod 1', organisation: null },
      { kind: 'found', pod: 'prod1', organisation: '' },
    ],
    ['a chat that is older than pods', { chat: true, pod: null, organisation: 'Acme' }, { kind: 'noPod' }],
    ['a pod that is none', { chat: true, pod: 'production', organisation: 'Acme' }, { kind: 'noPod' }],
    ['no chat', { chat: false, pod: 'prod1', organisation: 'Acme' }, { kind: 'noChat' }],
    ['nothing', undefined, { kind: 'noChat' }],
  ])('%s', (_, answer, found) => {
    expect(readAnswer(answer)).toEqual(found)
  })

  it('is read or refused whatever it is, and its name cannot hide what follows it', () => {
    const answers = fc.oneof(
      fc.anything(),
      fc.record({
        chat: fc.boolean(),
        pod: fc.option(fc.oneof(fc.string(), fc.constant('prod1'))),
        organisation: fc.option(fc.string({ unit: 'binary', maxLength: 400 })),
      }),
    )
    fc.assert(
      fc.property(answers, (answer) => {
        const found = readAnswer(answer)
        if (found.kind !== 'found') return
        expect(found.pod).toMatch(/^prod[1-9]\d?$/)
        expect([...found.organisation].length).toBeLessThanOrEqual(60)
        expect(found.organisation).not.toMatch(/[\n\u202a-\u202e\u2066-\u2069]/)
      }),
      { numRuns: 500 },
    )
  })
})
