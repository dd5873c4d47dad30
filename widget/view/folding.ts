import type { WakeAt } from './alarm.ts'

/** How long the line over a chat that fills the view stands before it folds to a mark. */
const STANDS = 8000

/** When the banner folds. Only a line does; a card stands as long as there is something to say. */
export const createFolding = (wakeAt: WakeAt) => {
  let foldsAt = 0
  return {
    /** Something new is shown, or the visitor opened the mark: it stands for a while. */
    restart: (): void => {
      foldsAt = Date.now() + STANDS
    },
    /** Never from under somebody who is about to use it. */
    isFolded: (host: HTMLElement): boolean => {
      wakeAt(foldsAt)
      return Date.now() > foldsAt && !host.matches(':focus-within,:hover')
    },
  }
}
