const LOCAL = ['127.0.0.1', 'localhost']

/** An address that a feed may be read from, written as the browser writes it, or null. */
export const feedAddress = (text: string): string | null => {
  if (!URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  if (url.username !== '' || url.password !== '') return null
  url.hash = ''
  const isLocal = url.protocol === 'http:' && LOCAL.includes(url.hostname)
  return url.protocol === 'https:' || isLocal ? url.href : null
}
