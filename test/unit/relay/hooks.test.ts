import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSame } from '../../../relay/http/hooks.ts'
import { MINUTE, SECOND } from '../polling/world.ts'
import { PINGORU_SECRET, type Relay, relayAt, STATUSPAGE_SECRET } from './support/relay.ts'

const STATUSPAGE = `/v1/hooks/statuspage/${STATUSPAGE_SECRET}`
const PINGORU = '/v1/hooks/pingoru'
const NOTICE = JSON.stringify({ event: 'incident.created', id: 1 })

const sign = (body: string, secret = PINGORU_SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

const post = (relay: Relay, path: string, body: string, headers = {}): Promise<Response> =>
  relay.ask(path, { method: 'POST', body, headers })

const signed = (relay: Relay, body: string, signature = sign(body)): Promise<Response> =>
  post(relay, PINGORU, body, { 'x-pingoru-signature': signature })

/** A relay that rests, with requests saved. */
const resting = async (env = {}) => {
  const relay = relayAt('2026-03-24T06:05:00Z', env)
  await relay.wake()
  await relay.play(3 * MINUTE)
  return { relay, count: relay.requests.length }
}

describe('a notice', () => {
  it.each([
    ['of the Statuspage', (relay: Relay) => post(relay, STATUSPAGE, NOTICE)],
    ['of Pingoru', (relay: Relay) => signed(relay, NOTICE)],
  ])('%s makes the relay look at once', async (_, send) => {
    const { relay, count } = await resting()
    const response = await send(relay)
    expect([response.status, await response.json()]).toMatchObject([202, { outcome: 'looking' }])
    await relay.play(SECOND)
    expect(relay.requests.length).toBe(count + 1)
  })

  it('is not believed: what is told is what the page says', async () => {
    const { relay } = await resting()
    const before = await relay.json('/v1/kustomer/prod1.json')
    await post(
      relay,
      STATUSPAGE,
      JSON.stringify({ component: { status: 'major_outage', name: 'Prod1 (US)' } }),
    )
    await relay.play(SECOND)
    const { level } = (await relay.json('/v1/kustomer/prod1.json')).verdict
    expect([before.verdict.level, level]).toEqual(['ok', 'ok'])
  })

  const other = `${STATUSPAGE_SECRET.slice(0, -1)}_`
  it.each<[string, number, (relay: Relay) => Promise<Response>]>([
    ['with another secret', 404, (relay) => post(relay, `/v1/hooks/statuspage/${other}`, NOTICE)],
    ['without a secret', 404, (relay) => post(relay, '/v1/hooks/statuspage/', NOTICE)],
    ['with half of the secret', 404, (relay) => post(relay, STATUSPAGE.slice(0, -8), NOTICE)],
    ['without a signature', 401, (relay) => post(relay, PINGORU, NOTICE)],
    ['signed with another secret', 401, (relay) => signed(relay, NOTICE, sign(NOTICE, 'another secret'))],
    ['signed for another body', 401, (relay) => signed(relay, NOTICE, sign(`${NOTICE} `))],
    [
      'with a signature of another kind',
      401,
      (relay) => signed(relay, NOTICE, sign(NOTICE).replace('sha256', 'sha1')),
    ],
    ['with half a signature', 401, (relay) => signed(relay, NOTICE, sign(NOTICE).slice(0, -2))],
    ['too long', 413, (relay) => post(relay, STATUSPAGE, `{"a":"${'x'.repeat(70_000)}"}`)],
    ['too long, and signed', 413, (relay) => signed(relay, `{"a":"${'x'.repeat(70_000)}"}`)],
    ['that is no JSON', 400, (relay) => post(relay, STATUSPAGE, '{"a":')],
    ['that is no object', 400, (relay) => signed(relay, '"hello"')],
    ['without a body', 400, (relay) => post(relay, STATUSPAGE, '')],
    [
      'sent an hour ago',
      409,
      (relay) => signed(relay, JSON.stringify({ timestamp: '2026-03-24T05:20:00Z' })),
    ],
    [
      'sent an hour from now',
      409,
      (relay) => signed(relay, JSON.stringify({ sent_at: Date.parse('2026-03-24T07:30:00Z') / 1000 })),
    ],
  ])('%s is refused with %i and asks nobody', async (_, status, send) => {
    const { relay, count } = await resting()
    const response = await send(relay)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: expect.any(String) })
    await relay.play(SECOND)
    expect(relay.requests.length).toBe(count)
  })

  it('that comes again is refused, over restarts and for a day', async () => {
    const { relay, count } = await resting()
    expect((await signed(relay, NOTICE)).status).toBe(202)
    await relay.play(SECOND)
    expect((await signed(relay, NOTICE)).status).toBe(409)
    relay.restart()
    expect((await signed(relay, NOTICE)).status).toBe(409)
    await relay.play(SECOND)
    expect(relay.requests.length).toBe(count + 1)
    relay.kept.rows = { ...relay.kept.rows, hooks: undefined }
    relay.restart()
    expect((await signed(relay, NOTICE)).status).toBe(202)
  })

  it('of a hook that is off finds nothing there', async () => {
    const { relay } = await resting({ PODLIGHT_STATUSPAGE_SECRET: '', PODLIGHT_PINGORU_SECRET: '' })
    expect((await post(relay, STATUSPAGE, NOTICE)).status).toBe(404)
    expect((await signed(relay, NOTICE, sign(NOTICE, ''))).status).toBe(404)
  })

  it('is looked for once a request is saved, where there is none, and says when', async () => {
    const { relay } = await resting()
    // Each is looked for before the next one comes.
    const answers: { outcome: string; text: string }[] = []
    for (let i = 0; i < 8; i++) {
      const response = await post(relay, STATUSPAGE, JSON.stringify({ i }))
      answers.push((await response.json()) as { outcome: string; text: string })
      await relay.play(200)
    }
    const before = relay.requests.length
    expect(answers[0]).toEqual({ outcome: 'looking', text: 'The page is being looked at.' })
    const waiting = answers.find(({ text }) => text !== answers[0]?.text)
    const [, seconds] = /^The page is looked at in (\d+) s\.$/.exec(waiting?.text ?? '') ?? []
    expect(Number(seconds)).toBeLessThanOrEqual(15)
    await relay.play(Number(seconds) * SECOND)
    expect(relay.requests.length).toBeGreaterThan(before)
  })

  it('that are many have the next look to wait for, so that nobody’s notices drive the asking', async () => {
    const { relay } = await resting()
    const outcomes = new Map<string, number>()
    for (let i = 0; i < 40; i++) {
      const response = await post(relay, STATUSPAGE, JSON.stringify({ i }))
      const { outcome } = (await response.json()) as { outcome: string }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      await relay.play(15 * SECOND)
    }
    // Six, and one more for each of ten minutes.
    expect(outcomes.get('looking')).toBeLessThanOrEqual(17)
    expect(outcomes.get('later')).toBeGreaterThan(20)
  })
})

it('two texts are the same or not, wherever they differ', async () => {
  expect(await isSame('abc', 'abc')).toBe(true)
  for (const other of ['abd', 'bbc', 'ab', 'abcd', '']) expect(await isSame('abc', other)).toBe(false)
})
