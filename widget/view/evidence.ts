import type { BannerRequest } from '../protocol.ts'

type Request = () => BannerRequest | null

/**
 * What there is to show: what was noticed in this browser gives way to news and to the owner's word, and after these to
 * what is noticed anew. Without another way to reach the owner it has nothing to say.
 */
export const withEvidence = (request: Request, noticed: Request, isReachable: boolean): Request => {
  let otherwiseAt = 0
  return () => {
    const other = request()
    if (other) otherwiseAt = Date.now()
    const own = isReachable ? noticed() : null
    return other ?? (own && own.at > otherwiseAt ? own : null)
  }
}
