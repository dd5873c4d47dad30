/** Sets the customers' judge beside the full one. */
import { readStatuspage } from '../../shared/feed/summary.ts'
import { judgeForCustomers } from '../../shared/judge/customers/judge.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import type { Judgement } from '../../shared/judge/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

const judge = createJudge(kustomer, () => null)

export interface Pair {
  readonly full: Judgement
  readonly small: Judgement
}

/** Both judgements of a document that both can read, just fetched. */
export const bothOf = (document: unknown, pod: string): Pair => {
  const parsed = readStatuspage(document, kustomer.page.id)
  if (!parsed.ok) throw new Error(parsed.detail)
  const now = parsed.value.updatedAt ?? 0
  return {
    full: judge(parsed.value, pod, { now, fetchedAt: now }),
    small: judgeForCustomers(document, pod, now),
  }
}

const banner = ({ banner: shown }: Judgement): string => JSON.stringify(shown)
const capabilities = ({ impacts }: Judgement): string =>
  [...new Set(impacts.map(({ capability }) => capability))].sort().join(' ')

export const sameBanner = ({ full, small }: Pair): boolean => banner(full) === banner(small)
/** A banner where the full judge has none, or none where it has a sure one: worse than a wrong shade. */
export const isGrave = ({ full, small }: Pair): boolean =>
  (full.banner === null && small.banner !== null) ||
  (full.banner?.certainty === 'confirmed' && small.banner === null)
export const sameLevel = ({ full, small }: Pair): boolean =>
  full.level === small.level && full.reason === small.reason
export const sameCapabilities = ({ full, small }: Pair): boolean => capabilities(full) === capabilities(small)

/** Counts agreement over many pairs. */
export class Tally {
  moments = 0
  banners = 0
  grave = 0
  levels = 0
  capabilities = 0
  recovering = 0
  readonly unlike = new Map<string, Pair>()

  add(name: string, pair: Pair): void {
    this.moments++
    this.levels += Number(sameLevel(pair))
    this.recovering += Number(pair.full.recovering === pair.small.recovering)
    this.capabilities += Number(sameCapabilities(pair))
    this.grave += Number(isGrave(pair))
    if (sameBanner(pair)) this.banners++
    else this.unlike.set(name, pair)
  }

  get share(): { banners: number; levels: number; capabilities: number } {
    const of = (count: number): number => count / this.moments
    return { banners: of(this.banners), levels: of(this.levels), capabilities: of(this.capabilities) }
  }
}
