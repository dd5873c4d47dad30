import { HEAR_PATH } from './hear.ts'
import { type Places, placed, type ShopOptions } from './shopOptions.ts'
import { chatKey } from './site.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string>>

/** Markup of a script; an attribute of no value is written bare. */
export const scriptTag = (attributes: Attributes): string => {
  const parts = Object.entries(attributes).map(([name, value]) =>
    value === '' ? name : `${name}="${escaped(value)}"`,
  )
  return `<script ${parts.join(' ')}></script>`
}

const PATHS: Readonly<Record<string, string>> = {
  headless: '/chat-web/core.js',
  legacy: '/cw/sdk.v1.1.min.js',
  cards: '/cards/sdk.js',
}

/** A key that anyone can read, or one as broken as keys in pages are. */
const keyOf = (claims: object | null): string => (claims === null ? 'not.a-key' : chatKey(claims))

/** The tag by which the chat's vendor is embedded, from this machine. */
const chatAttributes = (options: ShopOptions, places: Places): Attributes | null => {
  const { chat = 'kustomer', variant = 'plain', claims = { pod: 'prod1' }, delay } = options
  if (chat === 'none') return null
  const standin = {
    ...(variant === 'plain' ? {} : { 'data-standin': variant }),
    ...(delay === undefined ? {} : { 'data-standin-delay': String(delay) }),
  }
  if (chat === 'chatwoot') return { src: `${places.chat}/packs/js/sdk.js`, ...standin }
  const key = PATHS[variant] === undefined ? { 'data-kustomer-api-key': keyOf(claims) } : {}
  return { src: `${places.chat}${PATHS[variant] ?? '/chat-web/widget.js'}`, ...key, ...standin }
}

const ownTag = (options: ShopOptions, places: Places, nonce: Attributes): string => {
  const tag = placed(options.tag ?? null, places)
  if (tag === null || typeof tag === 'string') return tag ?? ''
  return scriptTag({ async: '', src: `${places.cdn}/podlight/podlight.js`, ...nonce, ...tag })
}

const GOODS = ['Teapot', 'Mug', 'Plate', 'Bowl', 'Jug', 'Egg cup', 'Saucer', 'Vase']

const SHELVES = `<header class="bar"><strong>Shop</strong><nav><a href="/other">Kitchen</a> <a href="/other">Table</a>
<a href="/other">Help</a></nav></header>
<main><h1>Made to be used every day</h1><p class="lead">Stoneware in six colours. Free returns for 30 days.</p>
<ul class="goods">${GOODS.map(
  (name, i) =>
    `<li class="good"><span class="thing thing-${i % 4}"></span><b>${name}</b><span>from ${12 + i * 3}.00</span></li>`,
).join('')}</ul></main>
<footer class="foot">Delivery · Returns · Contact</footer>`

const BARE = '<h1>Shop</h1>'

/** A page of the shop's, as a document. */
export const shopPage = (options: ShopOptions, places: Places, hears: boolean): string => {
  const { chat = 'kustomer', start = {}, isLate = false, lang = 'en', dir = 'ltr', isBare = false } = options
  const { viewport = 'width=device-width, initial-scale=1' } = options
  const nonce: Attributes = options.nonce === undefined ? {} : { nonce: options.nonce }
  const attributes = chatAttributes(options, places)
  const tags = attributes === null || isLate ? '' : scriptTag({ ...nonce, ...attributes })
  const own = scriptTag({
    src: '/shop.js',
    'data-chat': chat,
    'data-start': JSON.stringify(start),
    ...(isLate && attributes !== null ? { 'data-late': JSON.stringify({ ...nonce, ...attributes }) } : {}),
    ...nonce,
  })
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Shop</title>
${viewport === null ? '' : `<meta name="viewport" content="${viewport}">`}
${hears ? scriptTag({ src: HEAR_PATH, ...nonce }) : ''}
${isBare ? '' : '<link rel="stylesheet" href="/shop.css">'}
${placed(options.headMarkup ?? '', places)}
${ownTag(options, places, nonce)}
${own}${tags}</head>
<body>${isBare ? BARE : SHELVES}${placed(options.bodyMarkup ?? '', places)}</body></html>`
}
