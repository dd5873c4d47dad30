import type { Looker, Ports } from './day.ts'
import { MINUTE, SECOND } from './world.ts'

/** Pollers as they are written without thinking of faults. The tests show what each of them does harm with. */

/** Asks at once, and again and again where that failed. Waits for no answer, and not for ever either. */
export const hasty = (ports: Ports): Looker => {
  const ask = async () => {
    const { signal } = ports.abort()
    try {
      const reply = await ports.fetch(ports.hosts[0], { cache: 'no-cache', redirect: 'manual', signal })
      if (reply.status !== 200) throw new Error(String(reply.status))
      const parsed = ports.parse(await reply.text(), '')
      if (!parsed.ok) throw new Error(parsed.failure)
      ports.onChange({ ok: true, news: parsed.value, at: ports.clock(), host: '' })
    } catch {
      ports.timer(5 * SECOND, ask)
    }
  }
  const look = async () => {
    void ask()
    ports.timer(MINUTE, look)
  }
  return { look, wake: ask, due: () => ports.clock() + MINUTE, stop: () => undefined }
}

/** Keeps the time of the next request by the clock, and believes that whatever it heard last is still so. */
export const trusting = (ports: Ports): Looker => {
  let due = 0
  const look = async () => {
    ports.timer(SECOND, look)
    if (ports.clock() < due) return
    due = ports.clock() + MINUTE
    const reply = await ports.fetch(ports.hosts[0], {
      cache: 'no-cache',
      redirect: 'manual',
      signal: ports.abort().signal,
    })
    const parsed = reply.status === 200 ? ports.parse(await reply.text(), '') : null
    if (parsed?.ok) ports.onChange({ ok: true, news: parsed.value, at: ports.clock(), host: '' })
  }
  return { look, wake: look, due: () => due, stop: () => undefined }
}
