// The inside of a chat frame on another origin: it draws what the page's half tells it, and tells back what was done.
import { draw } from './panel/panel.js'

const tell = (standin, text) => parent.postMessage({ standin, text }, '*')
const on = Object.fromEntries(
  ['open', 'close', 'send', 'draft'].map((name) => [
    name,
    (text) => tell(name, typeof text === 'string' ? text : undefined),
  ]),
)

addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.standin === 'draw') draw(document, 'root', data.state, on)
})
tell('ready')
