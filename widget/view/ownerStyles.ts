import { setStyles } from './setStyles.ts'

/** The custom properties by which owners dress the banner, without `--podlight-`. */
export const PROPERTIES = ['background', 'color', 'soft', 'accent', 'border', 'radius', 'shadow', 'font']

/**
 * Hands the page's custom properties on to a host, which may stand in a frame that they do not reach, and the typeface
 * of what is around it.
 */
export const passOnOwnerStyles = (host: HTMLElement, around: Element): void => {
  const page = getComputedStyle(document.body)
  for (const name of PROPERTIES.map((property) => `--podlight-${property}`)) {
    const value = page.getPropertyValue(name).trim()
    // A value that is gone is taken back.
    if (host.ownerDocument !== document) setStyles(host, { [name]: value })
  }
  setStyles(host, { '--font': getComputedStyle(around).fontFamily })
}
