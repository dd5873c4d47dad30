import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WELL } from '../../shared/polling/waits.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { buildWebPage } from '../build/webPage.ts'
import { type Told, toldOf } from '../explain/told.ts'
import { verdictOf } from '../explain/verdictOf.ts'
import { summaryAt } from '../replay/documents.ts'
import { type Replay, startReplay } from '../replay/server.ts'
import { fromFolder, type Laid, send, typeOf } from '../stage/served.ts'
import { type Shop, startShop } from '../stage/shop.ts'
import { INCIDENTS, OPENING, RECORDINGS } from './incidents.ts'
import { BACKGROUND, framed, INDEX } from './page.ts'
import { type DemoRelay, startDemoRelay } from './relay.ts'
import { type Staging, stagingOf } from './staging.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXTENSION = join(ROOT, '.output/chrome-mv3')
const FRAMES = join(ROOT, 'scripts/demo/frames')

export interface Demo {
  readonly url: string
  close(): Promise<void>
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const FEED = '/api/v2/summary.json'

/** Opens the chat as soon as it is there: a banner stands beside an open chat. */
const OPEN = `{
  let tries = 0
  const timer = setInterval(() => {
    if (++tries > 100 || window.shop?.isReady) clearInterval(timer)
    if (window.shop?.isReady) window.Kustomer.open()
  }, 100)
}`

const script = (body: string): Laid => ({ body, type: 'text/javascript; charset=utf-8' })

/** A shop with a chat and the real tag, which lives at the time of the time bar. */
const shopFor = (feed: string, { pod }: Pick<Staging, 'pod'>) => ({
  claims: { pod },
  headMarkup: '<script src="/clock.js"></script><script src="/open.js"></script>',
  tag: { ...(feed === '' ? {} : { 'data-feed': feed }), 'data-contact': 'mailto:help@shop.example' },
  files: { '/clock.js': script(readFileSync(join(FRAMES, 'clock.js'), 'utf8')), '/open.js': script(OPEN) },
})

/** An image cannot be sent as text. */
const image = (path: string, response: ServerResponse): boolean => {
  if (extname(path) !== '.png' || !/^\/icons\/[\w-]+\.png$/.test(path)) return false
  try {
    const bytes = readFileSync(join(EXTENSION, path))
    response.writeHead(200, { 'content-type': 'image/png' }).end(bytes)
    return true
  } catch {
    return false
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 10_000) throw new Error('That is too long.')
  }
  return text
}

interface DemoOptions {
  readonly port: number
  /** Shows what the vendor's page says now, and plays nothing. */
  readonly isLive: boolean
  /** Shop and extension ask a relay, which asks the page. */
  readonly hasRelay?: boolean
}

export const startDemo = async ({ port, isLive, hasRelay = false }: DemoOptions): Promise<Demo> => {
  const { script: code, style } = await buildWebPage(join(ROOT, 'scripts/demo/page/'))
  const replay: Replay | null = isLive
    ? null
    : await startReplay({ recordings: RECORDINGS, at: OPENING?.from ?? 0 })
  const page = replay === null ? '' : `${replay.url}${FEED}`
  const opening = { at: OPENING?.from ?? 0, pod: OPENING?.pod ?? 'prod1' }
  const relay: DemoRelay | null =
    hasRelay && replay !== null ? await startDemoRelay(page, opening.at, 0) : null
  const feedFor = (what: string): string => relay?.feed(what) ?? page
  const shop: Shop = await startShop(shopFor(feedFor(opening.pod), opening))

  /** Which of the pages that are open moved the time last. */
  let player: string | null = null
  const stage = async ({ at, speed, pod }: Staging): Promise<void> => {
    replay?.setTime(at)
    replay?.setSpeed(speed)
    await relay?.stage(at, speed)
    shop.change(shopFor(feedFor(pod), { pod }))
  }
  const verdict = async (pod: string): Promise<{ readonly told: Told } | { readonly wrong: string }> => {
    const document = replay === null ? await live() : summaryAt(RECORDINGS, replay.time())
    if (document === null) return { wrong: 'The vendor’s status page cannot be read from this computer.' }
    const now = replay === null ? Date.now() : replay.time()
    const { verdict: found, snapshot } = verdictOf(document, pod, now)
    return { told: toldOf(found, snapshot, now) }
  }

  const find = async (request: IncomingMessage): Promise<Laid | null> => {
    const address = `http://localhost${request.url ?? '/'}`
    if (!URL.canParse(address)) return null
    const { pathname, searchParams } = new URL(address)
    if (pathname === '/') return { body: INDEX, type: HTML }
    if (pathname === '/demo/page.js') return script(code)
    if (pathname === '/demo/page.css') return { body: style, type: 'text/css; charset=utf-8' }
    if (pathname === '/demo/about.json')
      return {
        body: JSON.stringify({
          incidents: INCIDENTS,
          opening: OPENING?.id ?? '',
          feed: feedFor('summary'),
          shop: shop.shop,
          isLive,
        }),
        type: JSON_TYPE,
      }
    if (pathname === '/demo/stage' && request.method === 'POST') {
      // Any page may send what needs no preflight; only ours moves the time.
      if (request.headers.origin !== `http://${request.headers.host}`) return { body: 'No.', status: 403 }
      player = searchParams.get('by')
      const staging = stagingOf(await bodyOf(request))
      if (staging === null) return { body: 'This is no time to play.', status: 400 }
      await stage(staging)
      return { body: '{}', type: JSON_TYPE }
    }
    if (pathname === '/demo/verdict')
      return {
        body: JSON.stringify({ ...(await verdict(searchParams.get('pod') ?? '')), player }),
        type: JSON_TYPE,
        headers: { 'cache-control': 'no-store' },
      }
    if (pathname.startsWith('/demo/')) return fromFolder(FRAMES, pathname.slice('/demo/'.length))
    if (pathname === '/background.html') return { body: BACKGROUND, type: HTML }
    const laid = fromFolder(EXTENSION, pathname)
    return laid?.body != null && typeOf(pathname) === HTML ? { ...laid, body: framed(laid.body) } : laid
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (image(path, response)) return
    send(request, response, (await find(request)) ?? { body: 'There is nothing here.', status: 404 })
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((cause) => {
      response.writeHead(500).end(cause instanceof Error ? cause.message : 'That failed.')
    })
  })
  const close = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await shop.close()
    await relay?.close()
    await replay?.close()
  }
  const taken = await listening(server, port).catch(async (cause) => {
    await close()
    throw cause
  })
  return { url: `http://127.0.0.1:${taken}`, close }
}

const read = async (): Promise<unknown> => {
  const signal = AbortSignal.timeout(10_000)
  return (await fetch(`https://${kustomer.page.hosts[0]}${FEED}`, { signal })).json()
}

let asked = Number.NEGATIVE_INFINITY
let answer: Promise<unknown> = Promise.resolve(null)
/** What the vendor's page says; null where it cannot be had. Asked once a minute, however many look and whatever it said. */
const live = (): Promise<unknown> => {
  if (performance.now() - asked >= WELL) {
    asked = performance.now()
    answer = read().catch(() => null)
  }
  return answer
}

/** On loopback only: a page that plays trouble is not for the network. */
const listening = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Error(
          cause.code === 'EADDRINUSE'
            ? `Port ${port} is taken: choose another with --port, or leave it out for any that is free.`
            : `Port ${port} cannot be used (${cause.code ?? cause.message}).`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
