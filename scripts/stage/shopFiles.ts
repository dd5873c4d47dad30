import { HEAR_PATH, HEAR_SCRIPT } from './hear.ts'
import type { Laid } from './served.ts'

/** What a site owner writes to start a chat, at once or after consent. */
const SCRIPT = `{
  const { chat, start, late } = document.currentScript.dataset
  const options = JSON.parse(start)
  window.heard = []
  const note = (name) => () => window.heard.push(name)
  const listen = () => {
    window.shop.isReady = true
    for (const name of ['onOpen', 'onClose', 'onUnread', 'onConversationCreate'])
      Kustomer.addListener(name, note(name))
  }
  if (chat === 'kustomer') addEventListener('kustomerLoaded', () => Kustomer.start(options, listen))
  if (chat === 'chatwoot') {
    addEventListener('load', () => window.chatwootSDK?.run(options))
    addEventListener('chatwoot:ready', () => { window.shop.isReady = true })
    for (const name of ['opened', 'closed']) addEventListener('chatwoot:' + name, note(name))
  }
  const asScript = (address) => window.trustedTypes
    ? trustedTypes.createPolicy('shop', { createScriptURL: (url) => url }).createScriptURL(address)
    : address
  window.shop = {
    isReady: false,
    addChat() {
      const script = document.createElement('script')
      const { src, ...more } = JSON.parse(late)
      for (const [name, value] of Object.entries(more)) script.setAttribute(name, value)
      script.src = asScript(src)
      if (chat === 'chatwoot') script.onload = () => window.chatwootSDK.run(options)
      document.head.append(script)
    },
  }
}`

const STYLE = `
body { margin: 0; font: 16px/1.5 system-ui, "Liberation Sans", sans-serif; color: #2b2a27; background: #faf8f5; }
.bar { display: flex; justify-content: space-between; padding: 20px 5vw; background: #fff; border-bottom: 1px solid #ece7df; }
.bar a { margin-inline-start: 18px; color: inherit; text-decoration: none; }
main { max-width: 1040px; margin: 0 auto; padding: 40px 5vw; }
h1 { margin: 0; font-size: 34px; line-height: 1.2; letter-spacing: -.02em; }
.lead { margin: 8px 0 32px; color: #6d675d; }
.goods { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(190px, 100%), 1fr)); gap: 20px; margin: 0; padding: 0; list-style: none; }
.good { display: flex; flex-direction: column; }
.good > span:last-child { color: #6d675d; font-size: 14px; }
.thing { display: grid; place-items: center; height: 150px; margin-bottom: 10px; border-radius: 14px; color: #cbb595; background: #f0e9df; }
.thing::after { content: ""; width: 84px; height: 62px; border-radius: 12px 12px 42px 42px; background: currentColor; }
.thing-1 { color: #9db7a6; background: #e4ebe6; } .thing-1::after { width: 60px; height: 68px; border-radius: 8px 8px 20px 20px; }
.thing-2 { color: #cfa59c; background: #f1e6e3; } .thing-2::after { width: 92px; height: 92px; border-radius: 50%; }
.thing-3 { color: #9fadc6; background: #e4e8ef; } .thing-3::after { width: 104px; height: 50px; border-radius: 6px 6px 52px 52px; }
.foot { padding: 32px 5vw 60px; color: #6d675d; border-top: 1px solid #ece7df; }
`

const script = (body: string): Laid => ({ body, type: 'text/javascript; charset=utf-8' })

/** What every shop has beside its page. */
export const SHOP_FILES: Readonly<Record<string, Laid>> = {
  '/shop.js': script(SCRIPT),
  '/shop.css': { body: STYLE, type: 'text/css; charset=utf-8' },
  [HEAR_PATH]: script(HEAR_SCRIPT),
  '/favicon.ico': { body: '', status: 204 },
  '/other': {
    body: '<!doctype html><html lang="en"><title>Other</title><h1>Another page</h1>',
    type: 'text/html; charset=utf-8',
  },
}
