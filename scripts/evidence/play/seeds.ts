/** Who tunes a detector sees other seeds than who judges it. */
export type Seeds = 'tune' | 'judge'

/** Whoever changes the detector after it was judged counts on: seeds that were seen judge nothing. */
const ROUND = 4

/** A seed for one run of something: even numbers are for tuning, odd ones for judging, so none is ever in both. */
export const seedOf = (seeds: Seeds, what: string, run: number): number => {
  const text = `${ROUND} ${what}`
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  // A million runs of each thing, and all of it below what a number holds exactly.
  return ((hash & 0x7fffffff) * 2 ** 20 + (run % 2 ** 20)) * 2 + (seeds === 'judge' ? 1 : 0)
}
