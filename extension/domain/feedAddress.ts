const LOCAL = ['127.0.0.1', 'localhost']

const readUrl = (text: string): URL | null => {
  if (!URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  if (url.username !== '' || url.password !== '') return null
  url.hash = ''
  const isLocal = url.protocol === 'http:' && LOCAL.includes(url.hostname)
  return url.protocol === 'https:' || isLocal ? url : null
}

/** Whether it is an address that a feed may be read from, written as the browser writes it. */
export const isFeedAddress = (text: string): boolean => readUrl(text)?.href === text

/** A relay's host, or the folder in it that is of this vendor. */
const ROOM = /(?:^|\/v1\/kustomer)\/?$/
/** What a relay has for those who judge by themselves: the page as it is. */
export const MIRROR = '/v1/kustomer/summary.json'

/**
 * The address that somebody typed, or null. A relay may be named by its host alone, or by the folder of the vendor in
 * it: no status document is there, so nothing else can be meant.
 *
 * @example feedAddress('https://relay.example.com') // 'https://relay.example.com/v1/kustomer/summary.json'
 */
export const feedAddress = (text: string): string | null => {
  const url = readUrl(text)
  if (url !== null && url.search === '' && ROOM.test(url.pathname))
    url.pathname = url.pathname.replace(ROOM, MIRROR)
  return url?.href ?? null
}
