import { STALE } from '../../shared/model/limits.ts'
import { AFFECTED, lengthened, SAVING, WELL } from '../../shared/polling/waits.ts'
import type { Finding, SiteState } from '../protocol.ts'
import { findingOf } from './findingOf.ts'

const waitAfter = ({ impacts }: Finding): number => {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData ? SAVING : impacts ? AFFECTED : WELL
}

/** The state after a verdict on a document of a time; null where it is none, or too old to be news. */
export const withNews = (state: SiteState, now: number, at: number, verdict: unknown): SiteState | null => {
  const finding = findingOf(verdict)
  return finding && now - at < STALE
    ? { ...state, due: now + lengthened(waitAfter(finding), Math.random()), failures: 0, at, finding }
    : null
}
