// What an attacker would put before us, wherever words are taken from others, and the ways of a script that takes them.

/** No word of ours, so that it tells whose words are shown. */
export const WORD = 'Zyzzyva'
export const IMAGE = '<img src="x" onerror="window.attacked = true">'
/** Markup that runs, a script, and signs that turn the text after them round. */
export const EVIL = `${WORD} ${IMAGE}<script>window.attacked = true</script> \u202e\u2066${WORD}`
export const LINK = 'javascript:window.attacked=true'

/** What a relay would send, and what another tab may have stored. */
export const verdict = {
  pod: 'prod1',
  level: 'outage',
  asOf: '2024-12-19T07:33:00Z',
  recovering: EVIL,
  headline: EVIL,
  impacts: [{ capability: EVIL, effect: EVIL, because: [{ source: EVIL, text: EVIL }] }],
  banner: {
    subject: 'chat',
    effect: 'down',
    certainty: 'confirmed',
    incident: EVIL,
    since: EVIL,
    headline: EVIL,
    href: LINK,
  },
  badge: { text: EVIL, color: EVIL, title: EVIL },
} as const
export const relayed = { podlight: 1, vendor: 'kustomer', page: 'lhn2sb4njk08', age: 1, verdict }
/** As text, since a literal would set the prototype instead of naming it. */
export const polluting = (document: object): string =>
  JSON.stringify(document).replace(
    '{',
    '{"__proto__":{"attacked":true},"constructor":{"prototype":{"attacked":true}},',
  )

/** Draws a text in the place of a banner. */
export const DRAW = `const draw = (text) => {
    const show = () => { document.body.append(Object.assign(document.createElement('p'), { id: 'naive', innerHTML: text })) }
    if (document.body) show(); else addEventListener('DOMContentLoaded', show)
  }
  const merge = (to, from) => {
    for (const key of Object.keys(from))
      if (from[key] && typeof from[key] === 'object') merge(to[key] ??= {}, from[key])
      else to[key] = from[key]
  };`
