import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPlayedRelay, startPlayedRelay } from '../../../scripts/relay/playedRelay.ts'
import { until } from '../../../scripts/stage/until.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

/** The relay itself in its own runtime, with a time that goes faster: it asks its page every second or so. */
export interface RealRelay {
  feed(name: string): string
  /** Waits until it knows that a pod has this banner's subject, or none. */
  knows(pod: string, subject: string | null): Promise<void>
  close(): Promise<void>
}

const SPEED = 15

export const startRealRelay = async (upstream: string, offersEvents: boolean): Promise<RealRelay> => {
  const folder = mkdtempSync(join(tmpdir(), 'podlight-real-relay-'))
  const worker = await buildPlayedRelay(folder)
  const env = offersEvents ? {} : { PODLIGHT_STREAMS: '0' }
  const relay = await startPlayedRelay({ worker, upstream, at: Date.now(), speed: SPEED, env })
  const feed = (name: string): string => `${relay.url}/v1/${kustomer.id}/${name}.json`
  const subjectOf = async (pod: string): Promise<string | null | undefined> => {
    const response = await fetch(feed(pod))
    if (!response.ok) return undefined
    const { verdict } = (await response.json()) as { verdict: { banner: { subject: string } | null } }
    return verdict.banner?.subject ?? null
  }
  return {
    feed,
    knows: async (pod, subject) => {
      await until(
        () => subjectOf(pod),
        (known) => known === subject,
        `a relay that knows of ${subject ?? 'no trouble'} on ${pod}`,
      )
    },
    close: async () => {
      await relay.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
