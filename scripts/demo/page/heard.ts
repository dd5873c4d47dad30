import { signal } from '@preact/signals'
import { about } from './about.ts'
import { momentOf } from './incident.ts'
import { incident, now, take, time } from './play.ts'
import { face } from './pretendBrowser.ts'

// When the first word of the status page reached people, as the product itself told it.

export interface Heard {
  readonly agent: number | null
  readonly customer: number | null
}
const NOBODY: Heard = { agent: null, customer: null }
export const heard = signal<Heard>(NOBODY)

/** Only where time ran through the first word: who jumps to it finds everybody asking at once, which says nothing. */
const hear = (who: keyof Heard, at: number): void => {
  const shown = incident.peek()
  const post = shown === null ? undefined : momentOf(shown, 'post')
  if (post === undefined || at < post || time.peek().at >= post || heard.peek()[who] !== null) return
  heard.value = { ...heard.peek(), [who]: at - post }
}

take.subscribe(() => {
  heard.value = NOBODY
})
face.subscribe(({ text }) => {
  if (text !== '') hear('agent', now.peek())
})
addEventListener('message', ({ origin, data }) => {
  const said = (data as { demoSaid?: { at?: unknown; show?: unknown } } | null)?.demoSaid
  if (origin === about.shop && typeof said?.at === 'number' && said.show) hear('customer', said.at)
})
