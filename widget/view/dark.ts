/** Whether a place in a page is dark, by what is painted there; a browser's wish for dark says nothing about a page. */
export const isDarkAt = (from: Element): boolean => {
  const view = from.ownerDocument.defaultView ?? window
  for (let element: Element | null = from; element; element = element.parentElement) {
    const { backgroundColor } = view.getComputedStyle(element)
    const [red = 0, green = 0, blue = 0, alpha = 1] = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? []
    if (backgroundColor.startsWith('rgb') && alpha > 0.5)
      return red * 299 + green * 587 + blue * 114 < 128_000
  }
  const { colorScheme } = view.getComputedStyle(from.ownerDocument.documentElement)
  return colorScheme.includes('dark') && view.matchMedia('(prefers-color-scheme:dark)').matches
}
