import { describe, expect, it } from 'vitest'
import { NO_WATCH } from '../../../../extension/domain/evidence/watch.ts'
import { hashed } from '../../../../shared/evidence/template.ts'
import { MINUTE } from '../../polling/world.ts'
import { machine } from '../machine.ts'
import { CALM, on } from '../stories.ts'
import {
  allow,
  FAILING,
  lineAt,
  ORGANISATION,
  permit,
  settingsIn,
  WELL,
  watched,
  watchIn,
  work,
} from './agent.ts'

const opened = async () => {
  const m = machine({ playing: CALM, from: on('09:40') })
  await m.open()
  return m
}
const counts = (m: Awaited<ReturnType<typeof opened>>): unknown => m.session.rows['evidence'] ?? null

describe('the watch over requests', () => {
  it('does nothing at all where nobody asked for it', async () => {
    const m = await opened()
    await permit(m, [ORGANISATION])
    await work(m, 5 * MINUTE, FAILING)
    expect(counts(m)).toBeNull()
    expect(watchIn(m) ?? NO_WATCH).toEqual(NO_WATCH)
  })

  it('begins once it is asked for and allowed, and says nothing at first', async () => {
    const m = await opened()
    await allow(m)
    expect(settingsIn(m).evidence).toBe('shadow')
    expect(watchIn(m)).toMatchObject({ organisation: ORGANISATION, since: null })
    // Only now is there something to watch.
    await m.play(MINUTE)
    const began = m.at.clock()
    await work(m, MINUTE, WELL)
    expect(watchIn(m).since).toBe(began)
    expect(counts(m)).toMatchObject({ organisation: ORGANISATION })
  })

  it('waits for the browser where it was asked for and is not allowed yet', async () => {
    const m = await opened()
    await m.ask({ type: 'page-bg:watch', organisation: ORGANISATION })
    await work(m, MINUTE, FAILING)
    expect(counts(m)).toBeNull()
    expect(watchIn(m)).toMatchObject({ organisation: ORGANISATION, since: null })
    await permit(m, [ORGANISATION])
    await work(m, MINUTE, FAILING)
    expect(counts(m)).not.toBeNull()
  })

  it('ends when the browser allows it no more, and keeps what was wished for and noticed', async () => {
    const m = await watched()
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toMatchObject([{ end: null }])
    await permit(m, [])
    expect(counts(m)).toBeNull()
    const { signs, organisation } = watchIn(m)
    expect(organisation).toBe(ORGANISATION)
    expect(signs).toMatchObject([{ end: expect.any(Number) }])
    const writes = m.session.state.writes.length
    await work(m, MINUTE, FAILING)
    expect(m.session.state.writes).toHaveLength(writes)
  })

  it('leaves no counts where the background that made them died before', async () => {
    const m = await watched()
    m.kill()
    await permit(m, [])
    expect(counts(m)).toBeNull()
  })

  it('of another organization begins anew, with nothing of the one before', async () => {
    const m = await watched()
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
    await m.ask({ type: 'page-bg:watch', organisation: 'other' })
    expect(watchIn(m)).toEqual({ ...NO_WATCH, organisation: 'other' })
  })

  it('goes on where the browser cannot say what it allows', async () => {
    const m = await watched()
    m.requests.state.isBroken = true
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
  })

  it('is taken back with all that it left', async () => {
    const m = await watched()
    await work(m, 5 * MINUTE, FAILING)
    const reply = await m.ask({ type: 'page-bg:watch', organisation: null })
    expect(reply.stored).toBe(true)
    expect(m.requests.state.allowed).toEqual([])
    expect(counts(m)).toBeNull()
    expect(watchIn(m)).toEqual(NO_WATCH)
    expect(settingsIn(m).evidence).toBe('off')
    await work(m, MINUTE, FAILING)
    expect(counts(m)).toBeNull()
  })

  it('is taken back by a reset too', async () => {
    const m = await watched()
    await m.ask({ type: 'page-bg:reset' })
    expect(m.requests.state.allowed).toEqual([])
    expect(counts(m)).toBeNull()
    expect(watchIn(m)).toEqual(NO_WATCH)
  })

  it('gives back what was allowed for another organization', async () => {
    const m = await watched()
    m.requests.state.allowed.push('other')
    await m.ask({ type: 'page-bg:watch', organisation: 'other' })
    expect(m.requests.state.allowed).toEqual(['other'])
    await work(m, MINUTE, FAILING)
    expect(counts(m)).toMatchObject({ organisation: 'other' })
  })

  it('counts nothing of other hosts', async () => {
    const m = await watched()
    m.requests.state.allowed.push('other')
    const names = ['other', ORGANISATION].map((organisation) => {
      const host = `${organisation}.api.kustomerapp.com`
      m.requests.send(lineAt(m.at.clock(), '/v1/elsewhere', WELL, host))
      return ` ${host} /v1/elsewhere`
    })
    await m.play(20_000)
    const row = JSON.stringify(counts(m))
    const { salt } = JSON.parse(row) as { salt: number }
    expect(names.map((name) => row.includes(hashed(name, salt)))).toEqual([false, true])
    // Names are in it for nobody to read.
    expect(row).not.toMatch(/elsewhere|customers|kustomerapp/)
  })

  it('ends with a setting or a policy that says so', async () => {
    const m = await watched()
    await m.settings({ evidence: 'off' })
    expect(counts(m)).toBeNull()
    // What the browser still allows wakes nobody.
    expect(m.requests.isHeard()).toBe(false)
    await m.settings({ evidence: 'on' })
    await work(m, MINUTE, WELL)
    expect(counts(m)).not.toBeNull()
    await m.policy({ evidence: 'off' })
    expect(counts(m)).toBeNull()
  })

  it('leaves a setting alone that the company has locked', async () => {
    const m = await opened()
    await m.policy({ evidence: 'off' })
    await allow(m)
    await work(m, MINUTE, WELL)
    expect(counts(m)).toBeNull()
    await m.policy({ evidence: 'notify' })
    await work(m, MINUTE, WELL)
    expect(counts(m)).not.toBeNull()
    expect(settingsIn(m).evidence).toBe('off')
  })
})
