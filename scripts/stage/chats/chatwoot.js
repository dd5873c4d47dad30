// Stands in for another common chat: a holder with a frame of another origin in it, and a bubble beside it.

import { createBubble, createHolder } from './chatwoot/parts.js'
import { newState } from './panel/panel.js'

const script = document.currentScript
const { origin, searchParams } = new URL(script.src)
const variant = script.dataset.standin ?? searchParams.get('standin') ?? 'plain'

const announce = (name) => variant !== 'no-events' && window.dispatchEvent(new CustomEvent(name))

const run = ({ baseUrl = origin } = {}) => {
  const settings = window.chatwootSettings ?? {}
  const state = { ...newState(settings.locale), isOpen: true }
  const isWrong = variant === 'other-shape'
  const side = settings.position === 'left' ? 'left' : 'right'
  const holder = createHolder({ side, isWrong, source: `${baseUrl}/frame.html` })
  let isOpen = false

  const show = (want) => {
    if (want === isOpen) return
    isOpen = want
    holder.show(isOpen)
    bubble.show(!isOpen)
    announce(isOpen ? 'chatwoot:opened' : 'chatwoot:closed')
  }
  const bubble = createBubble({ side, isWrong, click: () => show(true) })
  const draw = () => holder.frame.contentWindow?.postMessage({ standin: 'draw', state }, '*')

  addEventListener('message', ({ source, data }) => {
    if (source !== holder.frame.contentWindow) return
    if (data?.standin === 'close') show(false)
    if (data?.standin === 'send') {
      state.messages.push({ text: data.text, isMine: true })
      draw()
    }
    if (data?.standin === 'ready') {
      draw()
      window.$chatwoot.hasLoaded = true
      announce('chatwoot:ready')
    }
  })
  window.$chatwoot = { hasLoaded: false, toggle: (to) => show(to === undefined ? !isOpen : to === 'open') }
  window.__standin = {
    rerender: draw,
    remove: () => {
      holder.element.remove()
      bubble.element.remove()
    },
    add: () => document.body.append(holder.element, bubble.element),
    resize: holder.resize,
  }
  document.body.append(holder.element, bubble.element)
}

window.chatwootSDK = { run }
