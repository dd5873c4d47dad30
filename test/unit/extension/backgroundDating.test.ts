import { describe, expect, it } from 'vitest'
import type { Recording } from '../../../scripts/replay/recording.ts'
import type { Reason } from '../../../shared/model/verdict.ts'
import { agent } from '../../../shared/text/en.ts'
import { fill } from '../../../shared/text/fill.ts'
import { MINUTE, SECOND } from '../polling/world.ts'
import { machine } from './machine.ts'
import { playedRelay, RELAY } from './playedRelay.ts'
import { CALM, on, SPREADING } from './stories.ts'

/** An agent of prod1 whose feed is a relay without events. */
const served = async (playing: readonly Recording[] = CALM, feed = `${RELAY}/prod1.json`) => {
  const m = machine({ playing, from: on('10:00'), settings: { feed } })
  const relay = playedRelay(m, playing)
  relay.box.offers = false
  await m.open()
  await m.play(MINUTE)
  return { m, relay }
}

describe.each(['prod1', 'pods', 'summary'])('a relay’s %s.json', (name) => {
  it('is told as the page itself would be', async () => {
    const { m } = await served(SPREADING, `${RELAY}/${name}.json`)
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal'])
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('is as old as the relay and the caches between say', async () => {
    const { m, relay } = await served(CALM, `${RELAY}/${name}.json`)
    relay.box.headers = { 'podlight-age': '200', age: '100' }
    await m.play(2 * MINUTE)
    const poll = m.storage.value('poll') as { heard: { at: number }; row: { asked: number } }
    expect(poll.heard.at).toBe(poll.row.asked - 300 * SECOND)
  })

  it('goes unknown where a cache keeps it for longer and longer and says so', async () => {
    const { m, relay } = await served(CALM, `${RELAY}/${name}.json`)
    relay.box.headers = { age: '901' }
    await m.play(20 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    expect(m.toolbar()?.title).toContain(agent.reasons['old-copy'])
  })

  it('goes unknown where the relay can’t ask the page any more', async () => {
    const { m, relay } = await served(CALM, `${RELAY}/${name}.json`)
    relay.box.headers = { 'podlight-age': '901' }
    await m.play(20 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
  })
})

describe('a cache that stands still and says nothing of it', () => {
  it.each(['prod1', 'summary'])('is not believed for more than 15 minutes: %s.json', async (name) => {
    const { m, relay } = await served(CALM, `${RELAY}/${name}.json`)
    relay.box.frozenAt = m.at.clock()
    await m.play(14 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    await m.play(2 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    // Nor by a background that is born then.
    await m.restart()
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    relay.box.frozenAt = null
    await m.play(6 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('would be green for ever if each copy were as old as it says', async () => {
    const { m, relay } = await served(CALM, `${RELAY}/summary.json`)
    relay.box.frozenAt = m.at.clock()
    // Without the time of fetching there is nothing to hold it against.
    relay.box.headers = { 'podlight-fetched': '' }
    await m.play(60 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })
})

describe('a relay that cannot be believed', () => {
  it.each<[string, Readonly<Record<string, unknown>>, Reason]>([
    ['of another vendor', { vendor: 'somebody' }, 'other-vendor'],
    ['of another page', { page: 'someone-else' }, 'other-page'],
    ['without an age', { age: 'young' }, 'not-a-feed'],
    ['from the future', { age: -5 }, 'not-a-feed'],
    ['of another pod', { verdict: { pod: 'prod2', level: 'ok' } }, 'not-listed'],
    ['of a newer kind', { podlight: 2 }, 'not-a-feed'],
  ])('is unknown with a reason for people: %s', async (_, lie, reason) => {
    const { m, relay } = await served()
    relay.box.lie = lie
    await m.play(17 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    expect(m.toolbar()?.title).toContain(fill(agent.reasons[reason], { pod: 'Prod1 (US)' }))
  })
})
