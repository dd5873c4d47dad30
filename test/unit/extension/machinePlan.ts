import type { EventListener } from '../../../extension/background/ports.ts'
import type { Settings } from '../../../extension/domain/settings.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'

/** What happens to a browser with the extension in it. */
export interface Plan {
  readonly playing: readonly Recording[]
  readonly from: string
  readonly settings?: Partial<Settings>
  /** How long a background lives: so many calls of its ports. Asked anew for each that is born. */
  readonly lives?: () => number
  readonly seed?: number
  /** Whether the call that is a background's last is done all the same; by chance where it is left out. */
  readonly lastCall?: 'done' | 'undone'
  /** Whether nothing but an alarm wakes a background that died; else somebody comes by after a minute. */
  readonly isAlone?: boolean
  /** What a careless author would leave out: to ask what is on the screen, or to write before showing. */
  readonly careless?: 'blind' | 'no outbox'
}

export interface Created {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Whether it stood on the screen already. */
  readonly again: boolean
}

/** A stream of events, as its server sees it. */
export interface Stream extends EventListener {
  readonly address: string
  isOpen: boolean
}
