import type { RequestLine } from '../../shared/evidence/line.ts'

/** The browser's requests, as far as the user lets Podlight see them. */
export interface RequestsPort {
  /** Hears of each from now on. To be called at the start, and again once it is allowed. */
  hear(take: (line: RequestLine) => void): void
  /** Whether an organization's may be seen. */
  isAllowed(organisation: string): Promise<boolean>
  /** Gives back what is allowed, but for one organization. */
  giveBack(but: string | null): Promise<unknown>
}
