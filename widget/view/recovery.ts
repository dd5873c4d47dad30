import type { BannerRequest, RequestContext } from '../protocol.ts'
import type { WakeAt } from './alarm.ts'
import { bannerRequest } from './bannerRequest.ts'
import type { Dismissals } from './dismissals.ts'

/** "Back to normal" is read in this time, and of no interest much later. */
const LASTS = 15_000
const EXPIRES = 600_000

/** What there is to show: the request, or for a visitor who saw trouble that it is over. */
export const withRecovery = (stage: RequestContext, memory: Dismissals, wakeAt: WakeAt) => {
  const request = bannerRequest(stage, memory)
  /** The trouble this visitor saw last. */
  let saw: BannerRequest | null = null
  let overSince = 0
  let saidUntil = 0

  const back = (now: number): BannerRequest | null => {
    const { level, banner } = stage.news()
    // Absence of news is no recovery.
    // An end that was expected is no proof; only an owner who takes the word back knows.
    if (saw?.until && saw.until <= now) saw = null
    if (!saw || level === 'unknown' || banner) return null
    overSince ||= now
    wakeAt(saidUntil || overSince + EXPIRES)
    if (now - overSince > EXPIRES || (saidUntil && now > saidUntil)) saw = null
    return (
      saw && { ...saw, kind: 'news', scene: 'back', trouble: `back ${saw.trouble}`, until: null, at: now }
    )
  }

  return {
    request: (): BannerRequest | null => {
      const now = request()
      if (now) overSince = saidUntil = 0
      return now ?? back(Date.now())
    },
    /** Something was shown for the first time. */
    shown: (shown: BannerRequest): void => {
      if (shown.scene === 'back') {
        saidUntil ||= Date.now() + LASTS
        wakeAt(saidUntil)
      } else if (shown.kind === 'news' || shown.kind === 'own') saw = shown
    },
    /** Who waved a trouble away does not want to hear of it again. */
    forget: (): void => {
      saw = null
    },
  }
}
