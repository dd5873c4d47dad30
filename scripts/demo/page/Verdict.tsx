import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { pod } from './play.ts'

const BEAT = 1000

/** What the page says now, read for the pod: the words of `npm run explain`. */
export const Verdict = () => {
  const text = useSignal('')
  useEffect(() => {
    const look = async (): Promise<void> => {
      const reply = await fetch(`/demo/verdict?pod=${pod.peek()}`).catch(() => null)
      text.value = reply ? await reply.text() : 'The demo was ended: start it again with npm start.'
    }
    void look()
    const timer = setInterval(() => void look(), BEAT)
    return () => clearInterval(timer)
  }, [text])
  return (
    <section class="side verdict" aria-labelledby="verdict">
      <h2 id="verdict">
        Why <span class="soft">what the status page says, read for this pod</span>
      </h2>
      <pre class="card">{text.value}</pre>
    </section>
  )
}
