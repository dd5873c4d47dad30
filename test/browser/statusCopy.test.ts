import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../scripts/replay/server.ts'
import { until } from '../../scripts/stage/until.ts'
import { nginx, startNginx } from './support/nginx.ts'
import { FEED } from './support/scenario.ts'

// A company's copy of the status page, by a real nginx as docs/roll-out/status-copy.md sets it up.

const DOCS = new URL('../../docs/roll-out/', import.meta.url)
const [, written = ''] = /```nginx\n([\s\S]*?)\n```/.exec(
  readFileSync(new URL('status-copy.md', DOCS), 'utf8'),
) ?? ['', '']

describe.skipIf(nginx === null)('a copy of the status page', () => {
  let page: Replay
  let copy: Awaited<ReturnType<typeof startNginx>>
  beforeEach(async () => {
    const recordings = load(['2024-12-19-chat-attachments'])
    page = await startReplay({ recordings, at: Date.UTC(2024, 11, 19, 12) })
    // The page is played on this machine, without a certificate.
    const here = written
      .replace('set $page status.kustomer.com;', `set $page ${new URL(page.url).host};`)
      .replace('https://$page', 'http://$page')
      .replace(/^ *proxy_ssl_.*$/gm, '')
      .replace('200 20s', '200 1s')
      .replace('/var/cache/nginx/podlight', 'cache')
    copy = await startNginx(here, DOCS)
  })
  afterEach(async () => {
    await copy?.close()
    await page.close()
  })

  const ask = (path = FEED): Promise<Response> =>
    fetch(`${copy.url}${path}`, { headers: { origin: 'https://a.example', cookie: 'a=b' } })

  it('is asked by everybody, and asks once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()))
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(bodies)).toEqual(new Set([await (await fetch(`${page.url}${FEED}`)).text()]))
    expect(page.log.count(FEED)).toBe(2)
    for (const { status, headers } of answers) {
      expect(status).toBe(200)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('says that the page fails, and gives no old copy for it', async () => {
    expect((await ask()).status).toBe(200)
    page.setFault('500')
    const statusOf = async (): Promise<number> => (await ask()).status
    await until(statusOf, (status) => status === 500, 'the failure of the page')
    await page.close()
    const answer = await ask()
    expect(answer.status).toBe(502)
    // Else a browser could not tell Podlight what came back.
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('serves nothing else', async () => {
    for (const path of ['/', '/api/v2/incidents.json', `${FEED}x`]) expect((await ask(path)).status).toBe(404)
    expect(page.log.count('/api/v2/incidents.json')).toBe(0)
  })
})
