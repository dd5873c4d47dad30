import type { Judgement, Pod } from '../../shared/model/verdict.ts'
import type { WatchListener } from './watchOptions.ts'

interface Watcher {
  readonly pod: Pod
  readonly listener: WatchListener
  hasHeard: boolean
  isEnded: boolean
  /** Why nothing is known, as far as it was told: each reason is told once. */
  readonly reasons: Set<string>
}

/** One of them, for whoever added it. */
export interface Watching {
  /** Tells what is known, if nothing was told before. */
  tellFirst(): void
  /** Ends it for good. */
  end(): void
}

/** Those who watch, and what each of them was told. */
export const createListeners = (
  report: (error: unknown) => void,
  verdictOf: (pod: string) => Judgement,
  isKnown: (pod: string) => boolean,
) => {
  const all = new Set<Watcher>()

  /** Whether there is nothing to say: that nobody asked yet is no news, and the rest was said. */
  const isNoNews = ({ pod, hasHeard, reasons }: Watcher, reason: string): boolean =>
    !isKnown(pod) && (reasons.has(reason) || (reason === 'never-asked' && !hasHeard))

  /** What a listener does is its own affair: the next one must still hear. */
  const give = async (watcher: Watcher): Promise<void> => {
    if (watcher.isEnded) return
    const verdict = verdictOf(watcher.pod)
    const { reason = '' } = verdict
    if (isNoNews(watcher, reason)) return
    if (isKnown(watcher.pod)) watcher.reasons.clear()
    else watcher.reasons.add(reason)
    watcher.hasHeard = true
    try {
      await watcher.listener(verdict)
    } catch (error) {
      report(error)
    }
  }
  const tell = (watchers: readonly Watcher[]): void => {
    for (const watcher of watchers) void give(watcher)
  }

  return {
    isEmpty: (): boolean => all.size === 0,
    pods: (): readonly Pod[] => [...new Set([...all].map(({ pod }) => pod))],
    add: (pod: Pod, listener: WatchListener): Watching => {
      const watcher = { pod, listener, hasHeard: false, isEnded: false, reasons: new Set<string>() }
      all.add(watcher)
      return {
        tellFirst: () => {
          if (!watcher.hasHeard) tell([watcher])
        },
        end: () => {
          watcher.isEnded = true
          all.delete(watcher)
        },
      }
    },
    tellAll: (): void => tell([...all]),
    tellUnknown: (): void => tell([...all].filter(({ pod }) => !isKnown(pod))),
  }
}
