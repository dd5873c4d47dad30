/** By how much the CSS `zoom` of a page enlarges what is in an element. */
const zoomOf = (element: Element | null): number =>
  element ? (Number(getComputedStyle(element).zoom) || 1) * zoomOf(element.parentElement) : 1

/** The view, and boxes in it, in the pixels in which lengths are set in an element. */
export const ownPixels = (element: Element) => {
  const zoom = zoomOf(element)
  // Where `zoom` is as it was before it was a standard, boxes are told in the pixels of what they are of.
  const scale = 'currentCSSZoom' in element ? zoom : 1
  return {
    width: document.documentElement.clientWidth / zoom,
    height: innerHeight / zoom,
    boxOf: (of: Element) => {
      const { left, right, top, width, height } = of.getBoundingClientRect()
      return {
        left: left / scale,
        right: right / scale,
        top: top / scale,
        width: width / scale,
        height: height / scale,
      }
    },
  }
}
export type OwnPixels = ReturnType<typeof ownPixels>
