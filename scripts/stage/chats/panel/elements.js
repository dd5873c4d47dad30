// Elements one by one, never markup from a string: a page under the strictest policy must be able to hold a chat.

const SVG = 'http://www.w3.org/2000/svg'

/** Makes an element with attributes, children and, under `on`, listeners. */
export const create = (doc, name, { on = {}, ...attributes } = {}, ...children) => {
  const element = doc.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  for (const [event, listen] of Object.entries(on)) element.addEventListener(event, listen)
  element.append(...children)
  return element
}

const PATHS = {
  chat: 'M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.6 3.3 6-.1 1.1-.6 2.3-1.5 3.2 1.9-.1 3.6-.8 4.9-1.8.7.2 1.5.3 2.3.3 5 0 9-3.4 9-7.7s-4-7.7-9-7.7Z',
  close: 'M6 6l12 12M18 6L6 18',
  attach:
    'M20 11.5l-8 8a5.2 5.2 0 0 1-7.4-7.4l8.3-8.3a3.5 3.5 0 0 1 5 5l-8.3 8.2a1.7 1.7 0 0 1-2.5-2.4l7.6-7.6',
  send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
}

/** A drawing of one line; solid where it stands alone. */
export const icon = (doc, name, isSolid = false) => {
  const svg = doc.createElementNS(SVG, 'svg')
  const path = doc.createElementNS(SVG, 'path')
  const line = { stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', fill: 'none' }
  const dress = isSolid ? { fill: 'currentColor' } : { ...line, 'stroke-linejoin': 'round' }
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value)
  for (const [key, value] of Object.entries({ d: PATHS[name], ...dress })) path.setAttribute(key, value)
  svg.append(path)
  return svg
}

/** Gives a document styles that no policy on styles forbids. */
export const dress = (doc, css) => {
  const sheet = new doc.defaultView.CSSStyleSheet()
  sheet.replaceSync(css)
  doc.adoptedStyleSheets = [sheet]
}
