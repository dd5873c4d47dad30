import { EFFECTS } from '../../shared/judge/verdict.ts'
import { optionOf } from '../loader/tag.ts'
import type { Wish } from '../parts.ts'

const KEY = 'podlight-seen'
/** Dismissals kept: they outlive the trouble, and what is kept while all is well stays small. */
const MOST = 2

/** One line, and of no matter what length. */
const nameOf = ({ trouble }: Wish): string => trouble.replace(/\s/g, ' ').slice(0, 60)

const rank = ({ effect }: Wish): number => EFFECTS.indexOf(effect)

/** Whoever waved away that chat is in trouble needs not hear that only its files still are. */
const coveredBy = (name: string, dismissed: string): boolean =>
  name === dismissed || name.replace(/attachments$/, 'chat') === dismissed

/** Troubles that the visitor waved away, on every page of this site. One comes back when it gets worse. */
export const seen = (tag: HTMLScriptElement) => {
  /** Each `rank trouble`, the latest first. */
  const here: string[] = []
  const isKept = optionOf(tag, 'storage') !== 'none'

  const stored = (): string[] => {
    try {
      return ((isKept && localStorage.getItem(KEY)) || '').slice(0, 200).split('\n')
    } catch {
      // Then it is remembered as long as this page is.
      return []
    }
  }

  return {
    isDismissed: (wish: Wish): boolean =>
      [...here, ...stored()].some(
        (line) => coveredBy(nameOf(wish), line.slice(2)) && Number(line[0]) <= rank(wish),
      ),
    dismiss: (wish: Wish): void => {
      const line = `${rank(wish)} ${nameOf(wish)}`
      here.push(line)
      // An example is nobody's trouble.
      if (wish.kind === 'example' || !isKept) return
      try {
        localStorage.setItem(KEY, [line, ...stored()].slice(0, MOST).join('\n'))
      } catch {
        // See above.
      }
    },
  }
}
