/** The same policy with one more script in it: the one that hears for a browser whose driver has no console. */
export const admit = (csp: string, address: string): string => {
  const rules = csp
    .split(';')
    .map((rule) => rule.trim().split(/\s+/))
    .filter(([name]) => name)
  const named = (name: string) => rules.find((rule) => rule[0]?.toLowerCase() === name)
  const sources = (rule: readonly string[]) => rule.slice(1).filter((source) => source !== "'none'")
  const added = ['script-src-elem', 'script-src'].map(named).filter((rule) => rule !== undefined)
  if (added.length === 0) {
    const fallback = named('default-src')
    if (fallback === undefined) return csp
    rules.push(['script-src', ...sources(fallback), address])
  }
  for (const rule of added) rule.splice(0, rule.length, String(rule[0]), ...sources(rule), address)
  return rules.map((rule) => rule.join(' ')).join('; ')
}
