import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { viewIn } from '../../../extension/background/refresh.ts'
import { NO_ALERTS } from '../../../extension/domain/alerts/storedAlerts.ts'
import { isQuiet } from '../../../extension/domain/settings.ts'
import { readObservation } from '../../../extension/storage/history/observations.ts'
import { openStore } from '../../../extension/storage/store.ts'
import { parseState } from '../../../shared/polling/pollState.ts'
import { MINUTE } from '../polling/world.ts'
import { machine } from './machine.ts'
import { fakeStorage } from './storage.ts'
import { CALM } from './stories.ts'

// What version 0.1.0 left in a browser, read by the Podlight of today. Whatever is renamed meanwhile, people find
// what they chose, muted and were told. The fixture is never changed, see its README.

const NOW = '2026-11-25T10:00:00Z'

interface Profile {
  readonly storage: Record<string, unknown>
  readonly observations: readonly unknown[]
}
const profile = (): Profile =>
  JSON.parse(readFileSync(new URL('../../fixtures/profile/extension.json', import.meta.url), 'utf8'))

/** A browser with that profile, at the time it was left; the page says that all is well from the next request on. */
const opened = async (changed: Record<string, unknown> = {}) => {
  const m = machine({ playing: CALM, from: NOW })
  Object.assign(m.storage.rows, profile().storage, changed)
  await m.open()
  return m
}

describe('a profile of 0.1.0', () => {
  it('is read whole: no row is dropped, replaced or taken for a newer one', async () => {
    const { values, losses, spoilt } = await openStore(fakeStorage(profile().storage).area).read()
    expect({ losses, spoilt }).toEqual({ losses: { isBroken: false, newer: [] }, spoilt: [] })
    expect(values.dropped).toBe(2)
    expect(values.settings).toEqual({
      pods: ['prod2', 'prod1'],
      ignored: ['voice', 'csat'],
      notify: true,
      quiet: { from: '22:30', to: '07:15' },
      // What it didn’t know yet.
      workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
      evidence: 'off',
      feed: 'https://relay.example/summary.json',
    })
  })

  it('keeps alerts, mutes and the poll under the names of today', async () => {
    const { values } = await openStore(fakeStorage(profile().storage).area).read()
    const chat = { confirmed: 'failing', possible: null }
    expect(values.alerts).toMatchObject({
      count: 7,
      alerted: { prod2: { level: 'degraded', affected: { chat }, incident: 'm1t2m3t4m5t6', muted: true } },
      awaited: { prod1: 'degraded' },
      mutes: [{ incident: 'm1t2m3t4m5t6', affected: { 'prod2/chat': chat } }],
    })
    expect(parseState(values.poll.row)).toMatchObject({ lastOutcome: 'affected', asked: 1795600780000 })
  })

  it('keeps every setting, in effect', async () => {
    const { values } = await openStore(fakeStorage(profile().storage).area).read()
    const { pods } = viewIn(values, Date.parse(NOW))
    // Both pods are watched, and the news of the chosen address is theirs.
    expect(pods.map(({ pod, all }) => [pod, all.level]).sort()).toEqual([
      ['prod1', 'outage'],
      ['prod2', 'degraded'],
    ])
    // Voice is down on Prod1, which this team does not use.
    expect(pods.find(({ pod }) => pod === 'prod1')?.mine).toMatchObject({ level: 'degraded' })
    expect(isQuiet(values.settings, '23:00')).toBe(true)
    expect(isQuiet(values.settings, '10:00')).toBe(false)
  })

  it('keeps the muted incident silent', async () => {
    const { values } = await openStore(fakeStorage(profile().storage).area).read()
    const prod2 = viewIn(values, Date.parse(NOW)).pods.find(({ pod }) => pod === 'prod2')
    expect(prod2?.mine.impacts.map(({ capability }) => capability)).toEqual(['chat'])
    expect(prod2?.unmuted.impacts).toEqual([])
    expect((await opened()).toolbar()?.title).not.toContain('chat')
    const unmuted = await opened({ alerts: { version: 1, value: NO_ALERTS } })
    expect(unmuted.toolbar()?.title).toContain('Chat has had errors on Prod2 (EU)')
  })

  it('shows the alert that was still to be shown, and repeats none that was', async () => {
    const m = await opened()
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    expect(m.log.created[0]).toMatchObject({ id: 'podlight/7.1795598400000/t1l2d3t4l5d6' })
  })

  it('would be told all of it again, had it forgotten', async () => {
    const m = await opened({ alerts: { version: 1, value: NO_ALERTS } })
    expect(m.titles()).toEqual(['News about Prod2 (EU) and Prod1 (US)'])
  })

  it('tells that the pod is back whose recovery was asked for, and not the end of what was muted', async () => {
    const m = await opened()
    await m.play(3 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal'])
  })

  it('asks no sooner than it may, and of the bucket it had', async () => {
    const m = await opened()
    expect(m.log.requests).toEqual([])
    await m.play(MINUTE)
    expect(m.log.requests.length).toBeGreaterThan(0)
  })

  it('keeps every row of the history', () => {
    for (const row of profile().observations) expect(readObservation(row)).toEqual(row)
  })
})
