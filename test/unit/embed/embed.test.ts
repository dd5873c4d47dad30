import { describe, expect, it } from 'vitest'
import { filesOf, type Manifest, readManifest } from '../../../scripts/embed/manifest.ts'
import { policyLines } from '../../../scripts/embed/policy.ts'
import { tagOf } from '../../../scripts/embed/tag.ts'

const manifest: Manifest = {
  version: '1.2.3',
  evergreen: 'podlight.js',
  pinned: 'podlight-1.2.3.js',
  integrity: 'sha384-LOADER',
  parts: [
    { name: 'view', file: 'podlight-aaaaaaaa.js', integrity: 'sha256-VIEW' },
    { name: 'judgement', file: 'podlight-bbbbbbbb.js', integrity: 'sha256-JUDGE' },
  ],
}

describe('the list of files', () => {
  it('is read as it was written', () => {
    expect(readManifest(JSON.stringify({ ...manifest, more: 1 }))).toEqual(manifest)
  })

  it.each(['null', '<p>', '[]', '{}', JSON.stringify({ ...manifest, pinned: 3 })])(
    'is not read from %s',
    (text) => {
      expect(readManifest(text)).toBeNull()
    },
  )

  it('drops a part that says too little', () => {
    const parts = [null, { name: 'view' }, ...manifest.parts]
    expect(readManifest(JSON.stringify({ ...manifest, parts }))?.parts).toEqual(manifest.parts)
  })

  it('tells in which order to upload: the script last', () => {
    expect(filesOf(manifest)).toEqual([
      'podlight-aaaaaaaa.js',
      'podlight-bbbbbbbb.js',
      'podlight-1.2.3.js',
      'podlight.js',
    ])
  })
})

describe('the tag', () => {
  it('is bare where nothing was chosen', () => {
    expect(tagOf(manifest, { lane: 'newest' })).toBe(
      '<script async src="https://cdn.example/podlight.js"></script>',
    )
  })

  it('names one version, and lets the browser check it', () => {
    expect(tagOf(manifest, { lane: 'pinned', host: 'https://files.example/podlight/' })).toBe(
      '<script async src="https://files.example/podlight/podlight-1.2.3.js"></script>',
    )
    expect(
      tagOf(manifest, { lane: 'checked' }),
    ).toBe(`<script async src="https://cdn.example/podlight-1.2.3.js"
  integrity="sha384-LOADER"
  crossorigin="anonymous"></script>`)
  })

  it('holds words as words', () => {
    const attributes = { 'data-text-back': '"><script>alert(1)</script>&' }
    expect(tagOf(manifest, { lane: 'newest', attributes })).toContain(
      'data-text-back="&quot;>&lt;script>alert(1)&lt;/script>&amp;"',
    )
  })
})

describe('the policy', () => {
  it.each([
    ['', 'https://status.kustomer.com'],
    ['https://mirror.example/a/summary.json', 'https://mirror.example'],
    ['https://a.example/1 https://b.example/2', 'https://a.example https://b.example'],
    ['https://a.example/1 https://a.example/2', 'https://a.example'],
    ['/relay/prod2.json', "'self'"],
    ['/relay.json https://b.example/2', "'self' https://b.example"],
    ['//c.example/1', 'https://c.example'],
  ])('with the news at "%s" allows %s', (feed, origins) => {
    for (const way of ['host', 'hashes', 'nonce'] as const)
      expect(policyLines(manifest, { feed })[way]).toContain(
        `; connect-src ${origins}; trusted-types podlight`,
      )
  })

  it('allows a host without its path, this version by its hashes, or a nonce', () => {
    const lines = policyLines(manifest, { host: 'https://files.example/podlight/' })
    expect(lines.host).toMatch(/^script-src https:\/\/files\.example;/)
    expect(lines.hashes).toMatch(/^script-src 'sha384-LOADER' 'sha256-VIEW' 'sha256-JUDGE';/)
    expect(policyLines(manifest, { host: '/podlight' }).host).toMatch(/^script-src 'self';/)
    expect(lines.nonce).toMatch(/^script-src 'nonce-NONCE' 'strict-dynamic';/)
    expect(lines.integrity).toBe('Integrity-Policy: blocked-destinations=(script)')
  })
})
