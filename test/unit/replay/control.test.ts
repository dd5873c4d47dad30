import { describe, expect, it } from 'vitest'
import type { Replay } from '../../../scripts/replay/server.ts'
import { replaying, SUMMARY } from './support.ts'

const order = ({ url }: Replay, body: string, type = 'application/json'): Promise<Response> =>
  fetch(`${url}/replay/control`, { method: 'POST', headers: { 'Content-Type': type }, body })

describe('the control path', () => {
  it('tells the state and carries out orders', async () => {
    const replay = await replaying()
    const response = await order(
      replay,
      JSON.stringify({
        time: '2025-01-01T09:00:00Z',
        speed: 0,
        step: true,
        fault: { kind: '429', requests: 1 },
      }),
    )
    expect(response.status).toBe(200)
    const state = {
      time: '2025-01-01T10:00:00.000Z',
      speed: 0,
      fault: { kind: '429', requests: 1 },
      next: [{ at: '2025-01-01T11:00:00.000Z', recording: 'small', what: 'resolved: Something [PROD1]' }],
      requests: {},
    }
    expect(await response.json()).toMatchObject(state)
    expect(await (await fetch(`${replay.url}/replay/control`)).json()).toMatchObject(state)
    expect((await fetch(`${replay.url}${SUMMARY}`)).status).toBe(429)
    await order(replay, '{"fault": "500", "clearLog": true}')
    expect([replay.state().fault?.kind, replay.log.count()]).toEqual(['500', 0])
    await order(replay, '{"fault": null}')
    expect(replay.state().fault).toBeNull()
  })

  it.each([
    ['{', 'The order is not JSON; send an object such as {"step": true}.'],
    ['[]', 'The order must be an object.'],
    [
      '{"faults": "500"}',
      'The order has an unknown key "faults"; known are time, speed, step, fault, clearLog.',
    ],
    ['{"step": 1}', 'step must be true or false.'],
    ['{"time": "tea"}', '"tea" is not a time; write 2024-12-19T07:33:00Z.'],
    ['{"time": true}', 'time must be a text such as 2024-12-19T07:33:00Z, or epoch milliseconds.'],
    ['{"speed": "fast"}', 'speed must be a number.'],
    ['{"speed": -2, "step": true}', 'The speed must be a number from 0 (stands still) to 1000000.'],
    ['{"fault": "gremlins", "step": true}', 'fault must be one of 429, 500, '],
    [`{"time": "${'x'.repeat(11_000)}"}`, 'The order is longer than 10000 bytes.'],
  ])('refuses %.40s and changes nothing', async (body, message) => {
    const replay = await replaying()
    const before = replay.state()
    const response = await order(replay, body)
    expect(response.status).toBe(400)
    expect(String(Object(await response.json()).error)).toContain(message)
    expect(replay.state()).toEqual(before)
  })

  it('is not open to pages of other origins', async () => {
    const replay = await replaying()
    expect((await order(replay, '{"step": true}', 'text/plain')).status).toBe(415)
    const preflight = await fetch(`${replay.url}/replay/control`, { method: 'OPTIONS' })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([405, null])
  })
})
