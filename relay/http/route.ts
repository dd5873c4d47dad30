/** What can be asked for. `what` is a pod, `pods` for all of them, or `summary` for the page's own document. */
export type Route =
  | { readonly kind: 'news' | 'events'; readonly what: string }
  | { readonly kind: 'health' }
  | { readonly kind: 'hook'; readonly from: 'statuspage' | 'pingoru'; readonly secret: string }

const NEWS = /^\/v1\/([a-z\d-]{1,40})\/(pods|summary|prod[1-9]\d?)(\.json|\/events)$/
const HOOK = /^\/v1\/hooks\/(?:(pingoru)|statuspage\/([\w-]{1,200}))$/

/** The route of an address, or null where there is nothing. */
export const routeOf = (path: string, vendor: string): Route | null => {
  if (path === '/healthz') return { kind: 'health' }
  const news = NEWS.exec(path)
  if (news !== null)
    return news[1] === vendor ? { kind: news[3] === '.json' ? 'news' : 'events', what: news[2] ?? '' } : null
  const hook = HOOK.exec(path)
  if (hook === null) return null
  return { kind: 'hook', from: hook[1] === undefined ? 'statuspage' : 'pingoru', secret: hook[2] ?? '' }
}

/** The path of an address. By hand, as `URL` is slow and this is done for every request. */
export const pathOf = (address: string): string => {
  const from = address.indexOf('/', address.indexOf('//') + 2)
  const path = from < 0 ? '/' : address.slice(from)
  const question = path.search(/[?#]/)
  return question < 0 ? path : path.slice(0, question)
}
