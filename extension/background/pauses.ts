import * as z from 'zod/mini'
import { LONGEST } from '../../shared/polling/waits.ts'
import type { Area } from '../storage/store.ts'

const KEY = 'events'

const pauseShape = z.object({ feed: z.string(), failures: z.number(), until: z.number() })

/** How often in a row a feed's events failed, and until when they are left alone. */
export type Pause = z.infer<typeof pauseShape>

/** What a background that is born meanwhile must know as well: kept in the session of the browser. */
export const createPauses = (session: Area, clock: () => number) => {
  let known: Pause | null = null
  return {
    /** The pause of a feed; one of another feed is none. */
    of: async (feed: string): Promise<Pause> => {
      known ??= await session.get([KEY]).then(
        (kept) => pauseShape.safeParse(kept[KEY]).data ?? null,
        () => null,
      )
      if (known?.feed !== feed) known = { feed, failures: 0, until: 0 }
      // No pause is that long: the clock was set back.
      if (known.until > clock() + LONGEST) known = { ...known, until: 0 }
      return known
    },
    set: async (pause: Pause): Promise<void> => {
      known = pause
      // Where it cannot be kept, it lives as long as this background does.
      await session.set({ [KEY]: pause }).catch(() => undefined)
    },
  }
}
