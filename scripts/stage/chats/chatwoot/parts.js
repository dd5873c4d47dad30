import { create, icon } from '../panel/elements.js'

const lay = (element, styles) => {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value)
}

const SHADOW = '0 1px 3px rgb(16 24 56 / .18), 0 12px 36px rgb(16 24 56 / .2)'
const LAYER = '2147483000'

/** The holder keeps its frame while it is hidden. */
export const createHolder = ({ side, isWrong, source }) => {
  const frame = create(document, 'iframe', { title: 'Chat', src: source })
  frame.id = isWrong ? 'chat' : 'chatwoot_live_chat_widget'
  lay(frame, { border: '0', width: '100%', height: '100%', display: 'block' })
  const element = create(
    document,
    'div',
    { class: `${isWrong ? 'chat-holder' : 'woot-widget-holder'} woot--hide` },
    frame,
  )
  const layOut = (isOpen) => {
    const isPhone = innerWidth < 668
    lay(element, {
      position: 'fixed',
      'z-index': LAYER,
      overflow: 'hidden',
      [side]: isPhone ? '0' : '20px',
      bottom: isPhone ? '0' : '20px',
      width: isPhone ? '100%' : '400px',
      height: isPhone ? '100%' : '640px',
      'max-height': isPhone ? 'none' : 'calc(100% - 40px)',
      'border-radius': isPhone ? '0' : '16px',
      'box-shadow': SHADOW,
      visibility: isOpen ? 'visible' : 'hidden',
    })
  }
  layOut(false)
  return {
    frame,
    element,
    show: (isOpen) => {
      element.classList.toggle('woot--hide', !isOpen)
      layOut(isOpen)
    },
    resize: (width, height) => lay(element, { width: `${width}px`, height: `${height}px` }),
  }
}

export const createBubble = ({ side, isWrong, click }) => {
  const element = create(
    document,
    'button',
    { type: 'button', 'aria-label': 'Open chat', on: { click } },
    icon(document, 'chat', true),
  )
  element.className = isWrong ? 'chat-bubble' : 'woot-widget-bubble'
  lay(element, {
    position: 'fixed',
    'z-index': LAYER,
    bottom: '20px',
    [side]: '20px',
    width: '60px',
    height: '60px',
    padding: '14px',
    border: '0',
    'border-radius': '50%',
    color: '#fff',
    background: '#1f93ff',
    'box-shadow': SHADOW,
    cursor: 'pointer',
  })
  return {
    element,
    show: (isShown) => {
      element.classList.toggle('woot--hide', !isShown)
      lay(element, { visibility: isShown ? 'visible' : 'hidden' })
    },
  }
}
