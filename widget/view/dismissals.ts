import { EFFECTS } from '../../shared/model/verdict.ts'
import { optionOf } from '../loader/tagOption.ts'
import type { BannerRequest, OptionSource } from '../protocol.ts'

const KEY = 'podlight-seen'
/** Dismissals kept: they outlive the trouble, and what is kept while all is well stays small. */
const MOST = 2

/** One line, and of no matter what length. */
const nameOf = ({ trouble }: BannerRequest): string => trouble.replace(/\s/g, ' ').slice(0, 60)

/** How bad it is; 0 is worst. */
export const rank = ({ effect }: BannerRequest): number => EFFECTS.indexOf(effect)

/** Whoever waved away that chat is in trouble needs not hear that only its files still are. */
const coveredBy = (name: string, dismissed: string): boolean =>
  name === dismissed || name.replace(/attachments$/, 'chat') === dismissed

export type Dismissals = ReturnType<typeof dismissalsOf>

/** Troubles that the visitor waved away, on every page of this site. One comes back when it gets worse. */
export const dismissalsOf = (tag: OptionSource) => {
  /** Each `rank trouble`, the latest first. */
  let here: readonly string[] = []
  const isKept = optionOf(tag, 'storage').toLowerCase() !== 'none'

  const stored = (): readonly string[] => {
    try {
      return ((isKept && localStorage.getItem(KEY)) || '').slice(0, 200).split('\n')
    } catch {
      // Then it is remembered as long as this page is.
      return []
    }
  }
  const store = (lines: readonly string[]): void => {
    try {
      if (isKept) localStorage.setItem(KEY, lines.slice(0, MOST).join('\n'))
    } catch {
      // See above.
    }
  }

  return {
    isDismissed: (request: BannerRequest): boolean =>
      [...here, ...stored()].some(
        (line) => coveredBy(nameOf(request), line.slice(2)) && Number(line[0]) <= rank(request),
      ),
    dismiss: (request: BannerRequest): void => {
      const line = `${rank(request)} ${nameOf(request)}`
      here = [line, ...here]
      // An example is nobody's trouble, and of what was noticed here nothing is kept.
      if (request.kind === 'news' || request.kind === 'own') store([line, ...stored()])
    },
    /** What was waved away and is shown again got worse: nobody waved that away, nor what follows it. */
    show: (request: BannerRequest): void => {
      const isOther = (line: string): boolean => line.slice(2) !== nameOf(request)
      here = here.filter(isOther)
      const lines = stored()
      if (!lines.every(isOther)) store(lines.filter(isOther))
    },
  }
}
