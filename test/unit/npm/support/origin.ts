import type { CheckedOptions } from '../../../../npm/watch/checkOptions.ts'
import { checkOptions } from '../../../../npm/watch/checkOptions.ts'
import type { PageEvents, RecordStore, WatchPorts } from '../../../../npm/watch/ports.ts'
import { createSharedWatch } from '../../../../npm/watch/sharedWatch.ts'
import type { WatchOptions } from '../../../../npm/watch/watchOptions.ts'
import type { Recording } from '../../../../scripts/replay/recording.ts'
import type { Judgement } from '../../../../shared/model/verdict.ts'
import { type Fault, playedPage } from '../../extension/page.ts'
import { chance, settled, world } from '../../polling/world.ts'

/** What a listener was told: a level, or why there is none. */
const shortOf = ({ level, reason }: Judgement): string =>
  reason === undefined ? level : `${level} ${reason}`

const eachOf = (events: ReadonlySet<PageEvents>, tell: (one: PageEvents) => void): void => {
  for (const one of [...events]) tell(one)
}

/** A site in one browser: pages of it come and go, share a storage and a lock, and ask one status page. */
export const origin = (recordings: readonly Recording[], from: string) => {
  const at = world(Date.parse(from))
  const random = chance(1)
  const played = playedPage(recordings)
  const box = {
    fault: null as Fault | null,
    /** Answers instead of the status page. */
    body: null as string | null,
    stored: null as string | null,
    storage: 'works' as 'works' | 'blocked' | 'full',
    saving: false,
    hasLocks: true,
  }
  const requests: number[] = []
  const urls: string[] = []
  const caches: string[] = []
  const errors: unknown[] = []
  const pages = new Set<{ readonly events: Set<PageEvents> }>()
  let isLocked = false

  /** `kind`: a page, or a program, which shares nothing. */
  const open = (kind: 'page' | 'program' = 'page') => {
    const events = new Set<PageEvents>()
    let isHidden = false
    let isOpen = true
    const me = { events }
    pages.add(me)
    const store: RecordStore = {
      read: () => {
        if (box.storage === 'blocked') return null
        return box.stored
      },
      write: (text) => {
        if (!isOpen || box.storage !== 'works') return false
        box.stored = text
        // Others hear in a turn of their own.
        for (const other of pages)
          if (other !== me) at.after(1, () => eachOf(other.events, (one) => one.stored(text)))
        return true
      },
    }
    const ports: WatchPorts = {
      clock: at.clock,
      timer: (wait, run) => at.after(wait, () => isOpen && run()),
      random,
      isSaving: () => box.saving,
      fetch: async (url, _, isLone) => {
        requests.push(at.now())
        urls.push(url)
        caches.push(isLone ? 'default' : 'no-cache')
        await new Promise<void>((resolve) => void at.after(200, () => isOpen && resolve()))
        if (box.body !== null && box.fault === null)
          return { ...(await played.answer(at.clock(), null)), text: async () => box.body ?? '' }
        return played.answer(at.clock(), box.fault)
      },
      alone: async (task) => {
        if (kind === 'program' || !box.hasLocks) return task()
        if (isLocked) return undefined
        isLocked = true
        try {
          return await task()
        } finally {
          isLocked = false
        }
      },
      report: (error) => errors.push(error),
      pageStore: kind === 'page' ? store : null,
      isHidden: () => isHidden,
      listen: (one) => {
        events.add(one)
        return () => events.delete(one)
      },
    }
    const shared = createSharedWatch(ports)
    const watch = (
      options: WatchOptions,
      listener?: (verdict: Judgement) => void,
    ): { readonly told: string[]; readonly verdicts: Judgement[]; stop(): void } => {
      const told: string[] = []
      const verdicts: Judgement[] = []
      const checked: CheckedOptions = checkOptions(options, 'https://shop.example/cart')
      const stop = shared.add(checked, (verdict) => {
        told.push(shortOf(verdict))
        verdicts.push(verdict)
        listener?.(verdict)
      })
      return { told, verdicts, stop }
    }
    const turn = (hidden: boolean): void => {
      isHidden = hidden
      eachOf(events, (one) => (hidden ? one.leave : one.enter)())
    }
    return {
      watch,
      hide: () => turn(true),
      show: () => turn(false),
      online: () => eachOf(events, (one) => one.online()),
      /** Leaves the page: nothing of it runs any more. */
      close: () => {
        isOpen = false
        isLocked = false
        pages.delete(me)
        events.clear()
      },
      listeners: () => events.size,
    }
  }

  const play = async (length: number): Promise<void> => {
    await settled()
    await at.play(at.now() + length, () => undefined)
    await settled()
  }
  /** Writes as another page of the site would. */
  const write = (text: string): void => {
    box.stored = text
    for (const { events } of pages) eachOf(events, (one) => one.stored(text))
  }
  return { at, write, box, requests, urls, caches, errors, open, play }
}
