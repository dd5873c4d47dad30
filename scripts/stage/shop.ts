import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { admit } from './admit.ts'
import { HEAR_PATH, needsHearing } from './hear.ts'
import { type Origin, startOrigin } from './loopback.ts'
import { createLog, fromFolder, type Laid, type Log, send } from './served.ts'
import { SHOP_FILES } from './shopFiles.ts'
import { type Places, placed, type ShopOptions } from './shopOptions.ts'
import { shopPage } from './shopPage.ts'
import { type Standin, standin } from './standins.ts'

const WIDGET = fileURLToPath(new URL('../../dist/widget/', import.meta.url))
const OURS = '/podlight/'

export interface Shop extends Places {
  /** The address of the shop's page. */
  readonly url: string
  readonly log: { readonly shop: Log; readonly cdn: Log; readonly chat: Log }
  /** Lets the page be another one from the next load on. */
  change(options: ShopOptions): void
  close(): Promise<void>
}

const NONE: Laid = { body: 'There is nothing here.', status: 404 }
const PAGE = { type: 'text/html; charset=utf-8' }

/** Runs an origin that answers with what it finds, and notes who asked for what. */
const serve = async (
  find: (path: string, request: IncomingMessage) => Laid | null | Promise<Laid | null>,
): Promise<Origin & { log: Log }> => {
  const log = createLog()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?')
    const at = Date.now()
    const found = (await find(path, request)) ?? NONE
    const { method = 'GET', headers } = request
    log.add({ path, query, method, at, headers, ...send(request, response, found) })
  }
  const origin = await startOrigin((request, response) => {
    answer(request, response).catch((cause) => {
      console.error(cause)
      response.destroy()
    })
  })
  return { ...origin, log }
}

const CHAT: Readonly<Record<string, Standin>> = {
  '/chat-web/widget.js': 'kustomer',
  '/chat-web/core.js': 'kustomer',
  '/cw/sdk.v1.1.min.js': 'kustomer',
  '/cards/sdk.js': 'kustomer',
  '/packs/js/sdk.js': 'chatwoot',
  '/frame.js': 'frame',
}
const FRAME = '<!doctype html><html lang="en"><title>Chat</title><body><script src="/frame.js"></script>'

const findChat = async (path: string): Promise<Laid | null> => {
  if (path === '/frame.html') return { ...PAGE, body: FRAME }
  const name = CHAT[path]
  if (name === undefined) return null
  return { body: await standin(name), type: 'text/javascript; charset=utf-8' }
}

/** A shop with a chat and with our script, each from an origin of its own, as on a real site. */
export const startShop = async (first: ShopOptions = {}): Promise<Shop> => {
  let options = first
  const chat = await serve(findChat)
  const cdn = await serve(
    (path) =>
      options.cdnFiles?.[path] ??
      (path.startsWith(OURS) ? fromFolder(WIDGET, path.slice(OURS.length)) : null),
  )
  const findPage = (request: IncomingMessage): Laid => {
    const csp = placed(options.csp ?? null, places)
    const hears = needsHearing(request.headers['user-agent'])
    const policy = csp !== null && hears ? admit(csp, `${places.shop}${HEAR_PATH}`) : csp
    return {
      ...PAGE,
      body: shopPage(options, places, hears),
      headers: {
        'cache-control': 'no-cache',
        ...(policy === null ? {} : { 'content-security-policy': policy }),
        ...(options.permissions === undefined ? {} : { 'permissions-policy': options.permissions }),
        ...options.headers,
      },
    }
  }
  const shop = await serve((path, request) =>
    path === '/' ? findPage(request) : (options.files?.[path] ?? SHOP_FILES[path] ?? null),
  )
  const places: Places = { shop: shop.url, cdn: cdn.url, chat: chat.url }
  return {
    ...places,
    url: `${shop.url}/`,
    log: { shop: shop.log, cdn: cdn.log, chat: chat.log },
    change: (next) => {
      options = next
    },
    close: async () => {
      for (const origin of [shop, cdn, chat]) await origin.close()
    },
  }
}
