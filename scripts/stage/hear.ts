// WebKit's driver has no console, and its browser writes none out of a profile that keeps nothing. So pages that
// are served to it begin with a script that hears for us. It hears neither frames nor what was before it.

/** The list in the page. */
export const HEARD = '__heard'

export const HEAR_PATH = '/hear.js'

/** Chromium says that it is a WebKit too. */
export const needsHearing = (agent = ''): boolean =>
  agent.includes('AppleWebKit') && !agent.includes('Chrome')

export const HEAR_SCRIPT = `{
  const heard = window.${HEARD} = []
  const note = (kind, ...parts) => heard.push({ kind, text: parts.map(String).join(' ') })
  for (const [method, kind] of [['warn', 'warning'], ['error', 'error']]) {
    const own = console[method]
    console[method] = (...parts) => { note(kind, ...parts); own.apply(console, parts) }
  }
  addEventListener('error', ({ message, target }) =>
    note('error', message ?? 'Failed to load ' + (target.src ?? target.href)), true)
  addEventListener('unhandledrejection', ({ reason }) => note('error', 'Unhandled', reason))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // The page did not ask for that; the browser did.
    if (!blockedURI.endsWith('/favicon.ico')) note('error', 'Refused by', violatedDirective + ':', blockedURI, sample)
  })
}`
