/** How light a gray in the middle between black and white is, where a colour is written by its lightness. */
const MIDDLE: Readonly<Record<string, number>> = { oklab: 0.6, oklch: 0.6, lab: 54, lch: 54 }

/** Whether a colour as browsers compute it is dark; null where one sees through it, or where it is written otherwise. */
export const isDarkColor = (color: string): boolean | null => {
  // Such as `rgb(1, 2, 3)`, `oklch(0.2 0.01 250 / 0.9)`, `color(display-p3 0.1 0.1 0.1)`.
  const [, name = '', written = ''] = /^(\w+)\((?:[a-z][\w-]+ )?(.*)\)$/.exec(color) ?? []
  const [first = 0, second = 0, third = 0, alpha = 1] =
    written.match(/none|[\d.e+-]+/g)?.map((part) => Number(part) || 0) ?? []
  if (!written || alpha <= 0.5) return null
  const middle = MIDDLE[name]
  if (middle) return first < middle
  return (first * 299 + second * 587 + third * 114) / 1000 < (name === 'color' ? 0.5 : 128)
}

/** Whether a place in a page is dark, by what is painted there; a browser's wish for dark says nothing about a page. */
export const isDarkAt = (from: Element): boolean => {
  const view = from.ownerDocument.defaultView ?? window
  for (let element: Element | null = from; element; element = element.parentElement) {
    const isDark = isDarkColor(view.getComputedStyle(element).backgroundColor)
    if (isDark !== null) return isDark
  }
  const { colorScheme } = view.getComputedStyle(from.ownerDocument.documentElement)
  return colorScheme.includes('dark') && view.matchMedia('(prefers-color-scheme:dark)').matches
}
