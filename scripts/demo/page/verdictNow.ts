import { signal } from '@preact/signals'
import type { Told } from '../../explain/told.ts'
import { pod, SELF } from './play.ts'

// What the page says now, read for the pod: asked of the server, which judges with the core.

export type Answer = { readonly told: Told } | { readonly wrong: string }
export const verdictNow = signal<Answer | null>(null)

const BEAT = 1000
const TAKEN = 'Another tab plays the demo now. Reload this one to play it here.'

const ask = async (name: string): Promise<Answer> => {
  try {
    const { player, ...answer } = await (await fetch(`/demo/verdict?pod=${name}`)).json()
    return player === null || player === SELF ? answer : { wrong: TAKEN }
  } catch {
    return { wrong: 'The demo was ended: start it again with npm start.' }
  }
}

const look = async (): Promise<void> => {
  const asked = pod.peek()
  const next = await ask(asked)
  // Drawn anew only where it changed: somebody may be reading, or marking what they read.
  if (asked === pod.peek() && JSON.stringify(next) !== JSON.stringify(verdictNow.peek()))
    verdictNow.value = next
}
void look()
setInterval(() => void look(), BEAT)
