import { draw } from '../panel/panel.js'
import { place } from './place.js'

const TITLE = 'Kustomer Widget Iframe'
const ID = 'kustomer-ui-sdk-iframe'
const ROOT = 'kustomer-ui-modal-root'

/** A frame whose document the page's own script writes, so that page and chat share an origin. */
const sameOrigin = (variant) => {
  const rootId = variant === 'no-root' ? 'app' : ROOT
  return {
    begin: () => undefined,
    draw: (frame, state, on) => frame.contentDocument && draw(frame.contentDocument, rootId, state, on),
  }
}

/** A frame that lives elsewhere, draws for itself and cannot be entered. */
const crossOrigin = (origin) => ({
  begin: (frame) => {
    frame.src = `${origin}/frame.html`
  },
  draw: (frame, state) => frame.contentWindow?.postMessage({ standin: 'draw', state }, '*'),
})

/** The frame of the chat, which comes and goes. */
export const createFrame = ({ variant, origin, options, state, on }) => {
  const inside = variant === 'cross-origin' ? crossOrigin(origin) : sameOrigin(variant)
  let frame = null
  const fresh = () => {
    if (frame === null) return
    place(frame, state, options, { fills: variant === 'fills' })
    inside.draw(frame, state, on)
  }
  const turned = () => frame !== null && place(frame, state, options, { fills: variant === 'fills' })
  const heard = ({ source, data }) => {
    if (frame === null || source !== frame.contentWindow || typeof data?.standin !== 'string') return
    on[data.standin]?.(data.text)
  }
  return {
    element: () => frame,
    fresh,
    add: () => {
      if (frame !== null) return
      frame = document.createElement('iframe')
      frame.id = variant === 'other-id' ? 'chat-frame' : ID
      frame.title = variant === 'other-title' ? 'Messages' : TITLE
      // An empty frame has its last document only when it is loaded; some browsers say so at once, some later.
      frame.addEventListener('load', fresh)
      inside.begin(frame)
      document.body.append(frame)
      fresh()
      addEventListener('resize', turned)
      addEventListener('message', heard)
    },
    remove: () => {
      frame?.remove()
      frame = null
      removeEventListener('resize', turned)
      removeEventListener('message', heard)
    },
  }
}
