// The sample page of the playground: adds a chat and our tag as its address says, and opens the chat.
{
  /** What the address says; nothing where it says nothing that can be read. */
  const asked = (() => {
    // Only the playground around us may ask: a link to this page must put nobody's words on its owner's site.
    if (window.frameElement === null) return {}
    try {
      const read = JSON.parse(new URLSearchParams(location.search).get('show') ?? '{}')
      return read && typeof read === 'object' ? read : {}
    } catch {
      return {}
    }
  })()
  const pairs = (value) =>
    Object.entries(value && typeof value === 'object' ? value : {}).filter(
      ([, text]) => typeof text === 'string',
    )

  const root = document.documentElement
  root.lang = typeof asked.pageLang === 'string' ? asked.pageLang : 'en'
  root.classList.toggle('dark', asked.isDark === true)
  for (const [name, value] of pairs(asked.properties))
    if (/^--podlight-[a-z]+$/.test(name) && /^#[0-9a-f]{6}$/i.test(value)) root.style.setProperty(name, value)

  const add = (src, attributes) => {
    const script = document.createElement('script')
    for (const [name, value] of attributes) if (/^data-[a-z-]+$/i.test(name)) script.setAttribute(name, value)
    script.src = src
    document.head.append(script)
    return script
  }
  if (asked.hasChat !== false) {
    // As the vendor's keys are made, but for a signature.
    const claims = btoa(JSON.stringify({ pod: 'prod1' })).replace(/=+$/, '')
    addEventListener('kustomerLoaded', () => Kustomer.start({}, () => Kustomer.open()))
    add('chat.js', [['data-kustomer-api-key', `e30.${claims}.e30`]])
  }
  // It asks a page of its own, on which all is well, unless an address was chosen.
  const quiet = [['data-feed', new URL('quiet.json', location.href).href]]
  // What is tried here is kept nowhere: the site's own banner may live on this very origin.
  add('../podlight/podlight.js', [...quiet, ...pairs(asked.options), ['data-storage', 'none']])
}
