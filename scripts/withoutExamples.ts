/**
 * The rules of reading stand beside the sentences that prove them. Readers and tests need those; nobody who loads the
 * judgement does, so builds leave them out, and the rules' names with them.
 */
import type { Plugin } from 'vite'

const RULES = /\/shared\/judge\/(?:reading\/rules|promise)\//
const LEFT_OUT: ReadonlySet<string> = new Set(['name', 'examples'])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly key?: { readonly name?: string }
}

/** Every node of a syntax tree, in no order that matters. */
const nodesOf = (root: unknown): Node[] => {
  if (typeof root !== 'object' || root === null) return []
  const inner = Object.values(root).flatMap(nodesOf)
  return 'type' in root && 'start' in root ? [root as Node, ...inner] : inner
}

export const withoutExamples = (): Plugin => ({
  name: 'without-examples',
  enforce: 'post',
  transform(code, id) {
    if (!RULES.test(id.replaceAll('\\', '/'))) return null
    let kept = code
    const fields = nodesOf(this.parse(code)).filter(
      ({ type, key }) => type === 'Property' && LEFT_OUT.has(key?.name ?? ''),
    )
    for (const { start, end } of fields.sort((a, b) => b.start - a.start)) {
      const comma = /^\s*,/.exec(kept.slice(end))?.[0].length ?? 0
      kept = kept.slice(0, start) + kept.slice(end + comma)
    }
    return { code: kept, map: null }
  },
})
