// Where the frame is. Owners' pages must not be able to say otherwise by a rule of their own for frames.

const PHONE = 500
const EDGE = 20
const ICON = 60

const position = (options) => {
  const { chatIconPosition: asked, chatIconSize: size = ICON } = options
  const side = typeof asked === 'string' ? asked : (asked?.alignment ?? 'right')
  const { horizontalPadding: across = EDGE, verticalPadding: up = EDGE } =
    typeof asked === 'object' ? asked : {}
  return { side: side === 'left' ? 'left' : 'right', across, up, size }
}

const lay = (frame, styles) => {
  for (const [name, value] of Object.entries(styles)) frame.style.setProperty(name, value, 'important')
}

/** Gives the frame the size and the corner for what it shows. */
export const place = (frame, { isOpen, hasIcon }, options, { fills }) => {
  const { side, across, up, size } = position(options)
  const other = side === 'left' ? 'right' : 'left'
  const isWhole = isOpen && (fills || innerWidth < PHONE)
  lay(frame, {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483000',
    border: '0',
    'color-scheme': 'light',
    overflow: 'hidden',
    display: isOpen || hasIcon ? 'block' : 'none',
    [other]: 'auto',
    top: isWhole ? '0' : 'auto',
    bottom: isWhole ? '0' : `${up}px`,
    [side]: isWhole ? '0' : `${across}px`,
    width: isWhole ? '100%' : `${isOpen ? 376 : size}px`,
    height: isWhole ? '100%' : `${isOpen ? 640 : size}px`,
    'max-height': isWhole ? 'none' : `calc(100% - ${up * 2}px)`,
    'border-radius': isWhole ? '0' : isOpen ? '18px' : '50%',
    'box-shadow': isWhole ? 'none' : '0 1px 3px rgb(16 24 56 / .18), 0 12px 36px rgb(16 24 56 / .2)',
  })
}
