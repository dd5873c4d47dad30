import { createElement } from './elements.ts'
import { setStyles } from './setStyles.ts'

/** Long enough to be read aloud; then it is gone, or a reader would come upon it twice. */
const LASTS = 10_000

/** Says things to screen readers, politely and once, wherever the banner is drawn. */
export const liveRegion = (signal: AbortSignal) => {
  const host = createElement(document, 'podlight-live')
  const region = createElement(document, 'div', { role: 'status' })
  host.attachShadow({ mode: 'open' }).append(region)
  setStyles(host, { all: 'initial' })
  setStyles(host, {
    display: 'block',
    position: 'fixed',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    'clip-path': 'inset(50%)',
  })
  let timer = 0
  let said = ''

  /** `key` tells one message from another that reads the same. */
  return (text: string, lang: string, key: string): void => {
    if (key === said) return
    said = key
    if (host.parentElement !== document.body) document.body.append(host)
    host.setAttribute('lang', lang)
    clearTimeout(timer)
    // A region must be there before what it says.
    timer = setTimeout(() => {
      region.textContent = text
      timer = setTimeout(() => {
        region.textContent = ''
      }, LASTS)
    }, 100)
    signal.addEventListener('abort', () => host.remove())
  }
}
