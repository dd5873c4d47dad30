/** The core's parts that are built alone, and what each may weigh: minified, brotli, in bytes. */
export const PARTS = [
  { name: 'judgement', ceiling: 38_000 },
  { name: 'poll', ceiling: 3_300 },
  { name: 'customerWords', ceiling: 1_000 },
] as const
