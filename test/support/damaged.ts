/** Breaks documents, so that whoever reads them has something to trip over. */

const JUNK: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'operational',
  'Prod1 (US)',
  [],
  {},
  [[]],
  [null],
  JSON.parse('{"__proto__": {"status": "operational"}, "constructor": 1}'),
  '\u0000\u202e\u200b',
  '<script>alert(1)</script>',
  '9999-99-99T99:99:99Z',
  'x'.repeat(3000),
]

type Box = Record<string, unknown> | unknown[]
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null

/** A copy that is broken in a few places: a value replaced, removed, moved or doubled, anywhere in the tree. */
export const damaged = (whole: unknown, luck: () => number): unknown => {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(luck() * list.length)]
  const copy = structuredClone(whole) as Box
  const times = 1 + Math.floor(luck() * 6)
  for (let i = 0; i < times; i++) {
    let box: Box = copy
    for (let depth = 0; depth < 6; depth++) {
      const inner: Box[] = (Array.isArray(box) ? box : Object.values(box)).filter(isBox)
      const next = pick(inner)
      if (next === undefined || luck() < 0.2) break
      box = next
    }
    const target = box as Record<string, unknown>
    const key = pick(Object.keys(target))
    if (key === undefined) continue
    const kind = luck()
    if (kind < 0.5) target[key] = pick(JUNK)
    else if (kind < 0.75) delete target[key]
    else if (kind < 0.9) target[key] = target[pick(Object.keys(target)) ?? key]
    else if (Array.isArray(box)) box.push(structuredClone(box[0]))
  }
  return copy
}
