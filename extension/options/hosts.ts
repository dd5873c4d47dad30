import { browser } from 'wxt/browser'

/** A match pattern for the host of an address; it has no port, which Firefox takes in none. */
const patternOf = (address: string): string => {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}/*`
}

/** Asks the user whether Podlight may read one host. To be called straight from a click. */
export const allowHost = (address: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(address)] }).catch(() => false)

/** Gives back every host but the one of the feed in use. */
export const releaseHosts = async (feed: string | null): Promise<void> => {
  try {
    const { origins = [] } = await browser.permissions.getAll()
    const needed = feed === null ? null : patternOf(feed)
    const idle = origins.filter((origin) => origin !== needed)
    if (idle.length > 0) await browser.permissions.remove({ origins: idle })
  } catch {
    // What the browser does not give back, its user can take.
  }
}
