import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge, unknown } from '../../shared/judge/judge.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

let theJudge: ReturnType<typeof createJudge> | undefined

/** Made when the first document comes, as a preview needs none. Customers are told no promises. */
const judge = (): ReturnType<typeof createJudge> => (theJudge ??= createJudge(kustomer, () => null))

/** Reasons and upcoming work are for agents; what is left is stored for all tabs of the site. */
const forCustomers = (judgement: Judgement): Judgement => ({
  ...judgement,
  impacts: judgement.impacts.map((impact) => ({ ...impact, because: [] })),
  upcoming: [],
})

/** What a document means for the page's pod, as of now. Where no pod is known it is only what hits them all. */
export const judgeDocument = (document: unknown, pod: string, now: number): Judgement | null => {
  const read = readStatuspage(document, kustomer)
  const verdictFor = (one: string): Judgement =>
    read.ok
      ? forCustomers(judge()(read.value, one, { now, fetchedAt: now }))
      : unknown(one, read.failure, now)
  if (pod) return verdictFor(pod)
  const all = [...kustomer.pods.keys()].map(verdictFor)
  const [first] = all
  if (!first) return null
  const { banner } = first
  // Where they are affected in different ways, nobody knows which is this page's.
  const kinds = new Set(
    all.map(({ banner }) => banner && `${banner.subject} ${banner.effect} ${banner.certainty}`),
  )
  const shared = banner &&
    !kinds.has(null) && {
      ...banner,
      certainty: kinds.size > 1 ? ('possible' as const) : banner.certainty,
      recovering: all.every(({ banner }) => banner?.recovering),
    }
  return { ...first, pod, level: 'unknown', impacts: [], banner: shared || null }
}
