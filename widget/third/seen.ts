import { EFFECTS } from '../../shared/judge/verdict.ts'
import { optionOf } from '../loader/tag.ts'
import type { Wish } from '../parts.ts'

const KEY = 'podlight-seen'
/** Dismissals kept: they outlive the trouble, and what is kept while all is well stays small. */
const MOST = 2

/** One line, and of no matter what length. */
const nameOf = ({ trouble }: Wish): string => trouble.replace(/\s/g, ' ').slice(0, 60)

const rank = ({ effect }: Wish): number => EFFECTS.indexOf(effect)

/** Troubles that the visitor waved away, on every page of this site. One comes back when it gets worse. */
export const seen = (tag: HTMLScriptElement) => {
  /** Each `rank trouble`, the latest first. */
  let dismissed: string[] = []
  const isKept = optionOf(tag, 'storage') !== 'none'

  const recall = (): void => {
    try {
      const text = isKept && localStorage.getItem(KEY)
      if (typeof text === 'string') dismissed = text.slice(0, 200).split('\n')
    } catch {
      // Then it is remembered as long as this page is.
    }
  }

  return {
    isDismissed: (wish: Wish): boolean => {
      recall()
      return dismissed.some((line) => line.slice(2) === nameOf(wish) && Number(line[0]) <= rank(wish))
    },
    dismiss: (wish: Wish): void => {
      dismissed = [`${rank(wish)} ${nameOf(wish)}`, ...dismissed].slice(0, MOST)
      try {
        if (isKept) localStorage.setItem(KEY, dismissed.join('\n'))
      } catch {
        // See above.
      }
    },
  }
}
