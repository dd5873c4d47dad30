/**
 * The rules of reading stand beside the sentences that prove them. Readers and tests need those; nobody who loads the
 * judgement does, so builds leave them out, and the rules' names with them.
 */
import type { Plugin } from 'vite'

const JUDGE = /\/shared\/judge\//
const LEFT_OUT: ReadonlySet<string> = new Set(['name', 'examples'])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly key?: { readonly name?: string }
  readonly properties?: readonly Node[]
}

const isNode = (value: object): value is Node => 'type' in value && 'start' in value

/** The fields of a rule that are left out; a rule is whatever has both of them. */
const fieldsOfRule = ({ type, properties = [] }: Node): readonly Node[] => {
  const fields = properties.filter(({ key }) => LEFT_OUT.has(key?.name ?? ''))
  return type === 'ObjectExpression' && fields.length === LEFT_OUT.size ? fields : []
}

/** All that is left out within a part of a syntax tree. */
const leftOutIn = (part: unknown): readonly Node[] => {
  if (typeof part !== 'object' || part === null) return []
  const fields = isNode(part) ? fieldsOfRule(part) : []
  const rest = Object.values(part)
    .flat()
    .filter((inner) => !fields.includes(inner))
  return [...fields, ...rest.flatMap(leftOutIn)]
}

export const withoutExamples = (): Plugin => ({
  name: 'without-examples',
  // By then it is JavaScript.
  enforce: 'post',
  transform(code, id) {
    if (!JUDGE.test(id.replaceAll('\\', '/')) || !code.includes('examples')) return null
    let kept = code
    // From the end, so that what stands before keeps its place.
    const fields = [...leftOutIn(this.parse(code))].sort((a, b) => b.start - a.start)
    for (const { start, end } of fields) {
      const comma = /^\s*,/.exec(kept.slice(end))?.[0].length ?? 0
      kept = kept.slice(0, start) + kept.slice(end + comma)
    }
    return { code: kept, map: null }
  },
})
