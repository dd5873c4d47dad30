import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NODE_SETTINGS, parseSettingsOfNode } from '../../../relay/node/settings.ts'
import { readSettings, SETTINGS } from '../../../relay/settings.ts'

describe('settings', () => {
  it('may all be left out: then the vendor’s page is asked, and there are no hooks', () => {
    expect(readSettings({})).toMatchObject({
      ok: true,
      settings: {
        hosts: [
          'https://status.kustomer.com/api/v2/summary.json',
          'https://lhn2sb4njk08.statuspage.io/api/v2/summary.json',
        ],
        statuspageSecret: null,
        pingoruSecret: null,
        streams: 1000,
      },
    })
  })

  it.each([
    ['PODLIGHT_UPSTREAM', 'http://status.example/summary.json'],
    ['PODLIGHT_UPSTREAM', 'https://user:word@status.example/'],
    ['PODLIGHT_UPSTREAM', 'https://a.example https://b.example https://c.example'],
    ['PODLIGHT_UPSTREAM', 'status.example'],
    ['PODLIGHT_UPSTREAM', 'file:///etc/passwd'],
    ['PODLIGHT_STATUSPAGE_SECRET', 'short'],
    ['PODLIGHT_STATUSPAGE_SECRET', 'with a space and much more than that'],
    ['PODLIGHT_PINGORU_SECRET', 'short'],
    ['PODLIGHT_STREAMS', '-1'],
    ['PODLIGHT_STREAMS', 'many'],
    ['PODLIGHT_STREAMS', '100001'],
  ])('%s may not be "%s", and the value is not repeated', (name, value) => {
    const read = readSettings({ [name]: value })
    const wrong = read.ok ? [] : read.wrong
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(`${name} must be `)
    expect(wrong[0]).not.toContain(value)
  })

  it('that are wrong are all named at once, misspelled ones too', () => {
    const read = parseSettingsOfNode({
      PODLIGHT_UPSTREAM: 'x',
      PODLIGHT_STREAMS: 'x',
      PODLIGHT_STREAM: '5',
      PORT: '99999',
      HOST: '',
    })
    expect(read.ok ? [] : read.wrong.map((line) => line.split(' ')[0])).toEqual([
      'PODLIGHT_UPSTREAM',
      'PODLIGHT_STREAMS',
      'PODLIGHT_STREAM',
      'PORT',
    ])
  })

  it('never break the reader, whatever they are', () => {
    const names = fc.constantFrom(...Object.keys(SETTINGS), ...Object.keys(NODE_SETTINGS), 'PATH')
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(fc.string(), fc.webUrl())), (env) => {
        const read = parseSettingsOfNode(env)
        expect(read.ok || read.wrong.length > 0).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('take the machine itself as the page, for trying things out', () => {
    for (const host of ['127.0.0.1:4180', 'localhost:4180', '[::1]:4180'])
      expect(readSettings({ PODLIGHT_UPSTREAM: `http://${host}/api/v2/summary.json` }).ok).toBe(true)
  })
})
