import { afterEach, expect, it } from 'vitest'
import { startDemoRelay } from '../../../scripts/demo/relay.ts'
import { startReplay } from '../../../scripts/replay/server.ts'
import { ESCALATION } from '../extension/stories.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

it('the relay of the demo follows the time bar, backwards too', async () => {
  const replay = await startReplay({ recordings: ESCALATION })
  ends.push(replay.close)
  const times = [
    '2026-03-24T06:15:00Z',
    '2026-03-24T07:00:00Z',
    '2026-03-24T06:05:00Z',
    '2026-03-24T09:05:00Z',
  ]
  const [first = 0, ...leaps] = times.map(Date.parse)
  replay.setTime(first)
  const relay = await startDemoRelay(`${replay.url}/api/v2/summary.json`, first, 0)
  ends.push(relay.close)
  const level = async (): Promise<string> => {
    const response = await fetch(relay.feed('prod4'))
    return ((await response.json()) as { verdict: { level: string } }).verdict.level
  }
  const seen = [await level()]
  for (const at of leaps) {
    replay.setTime(at)
    await relay.stage(at, 60)
    seen.push(await level())
  }
  expect(seen).toEqual(['degraded', 'outage', 'ok', 'ok'])
  expect((await fetch(relay.feed('pods'))).status).toBe(200)
})
