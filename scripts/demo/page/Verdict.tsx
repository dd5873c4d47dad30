import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Told as Parts } from '../../explain/told.ts'
import { Told } from '../../pages/Told.tsx'
import { pod } from './play.ts'

const BEAT = 1000

type Answer = { readonly told: Parts } | { readonly wrong: string }

const ask = async (): Promise<Answer> => {
  try {
    return (await (await fetch(`/demo/verdict?pod=${pod.peek()}`)).json()) as Answer
  } catch {
    return { wrong: 'The demo was ended: start it again with npm start.' }
  }
}

/** What the page says now, read for the pod. */
export const Verdict = () => {
  const answer = useSignal<Answer | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      const asked = pod.peek()
      const next = await ask()
      if (asked !== pod.peek()) return
      // Drawn anew only where it changed: somebody may be reading, or marking what they read.
      if (JSON.stringify(next) !== JSON.stringify(answer.peek())) answer.value = next
    }
    void look()
    const timer = setInterval(() => void look(), BEAT)
    return () => clearInterval(timer)
  }, [answer])
  const { value } = answer
  return (
    <section class="side verdict" aria-labelledby="verdict">
      <h2 id="verdict">
        Why <span class="soft">what the status page says now, read for this pod</span>
      </h2>
      {value !== null && 'told' in value && <Told told={value.told} icons="/icons/" />}
      {value !== null && 'wrong' in value && <p class="note">{value.wrong}</p>}
    </section>
  )
}
