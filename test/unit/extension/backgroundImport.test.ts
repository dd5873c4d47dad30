import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../extension/domain/settings.ts'
import type { Request } from '../../../extension/messaging/protocol.ts'
import { MINUTE, settled } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { on, SPREADING } from './stories.ts'

// A file of settings is imported, or everything is reset, and the background dies, or its database hangs, meanwhile.

const BEFORE: Settings = { ...DEFAULT_SETTINGS, pods: ['prod1'], ignored: ['voice'] }
const IMPORTED: Settings = {
  ...DEFAULT_SETTINGS,
  pods: ['prod2', 'prod4'],
  quiet: { from: '22:00', to: '07:00' },
}

const changes = (['done', 'undone'] as const).flatMap(
  (lastCall): readonly (readonly [string, typeof lastCall, Request, Settings])[] => [
    ['an import', lastCall, { type: 'page-bg:settings', settings: IMPORTED }, IMPORTED],
    ['a reset', lastCall, { type: 'page-bg:reset' }, DEFAULT_SETTINGS],
  ],
)

const troubled = async (lastCall: 'done' | 'undone'): Promise<Machine> => {
  const m = machine({ playing: SPREADING, from: on('10:00'), settings: BEFORE, lastCall })
  await m.open()
  await m.playTo(on('10:15'))
  expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  return m
}

/** What stands in storage of all that a reset forgets. */
const rowsIn = (m: Machine) => {
  const { count } = m.storage.value('alerts') as { count: number }
  return { settings: m.storage.value('settings'), hasNews: m.storage.value('news') !== null, count }
}

/** Either nothing was done, or all of it. */
const isWhole = (m: Machine, request: Request, wanted: Settings): boolean => {
  const keeps = request.type !== 'page-bg:reset'
  const before = { settings: BEFORE, hasNews: true, count: 1 }
  const after = { settings: wanted, hasNews: keeps, count: keeps ? 1 : 0 }
  return [before, after].some((rows) => isDeepStrictEqual(rowsIn(m), rows))
}

describe('a background that dies at any call of', () => {
  it.each(changes)(
    '%s, its last call %s, leaves all of it or nothing, and goes on',
    async (_, lastCall, request, wanted) => {
      // As one would leave it who writes row by row.
      const careless = await troubled(lastCall)
      careless.storage.put({ settings: { ...BEFORE, pods: wanted.pods } })
      expect(isWhole(careless, request, wanted)).toBe(false)

      let done = 0
      for (let calls = 1; done === 0; calls++) {
        const m = await troubled(lastCall)
        m.doom(calls)
        void m.ask(request)
        await settled()
        expect(isWhole(m, request, wanted)).toBe(true)
        if (m.isAlive()) done = calls
        else {
          expect(calls).toBeLessThan(60)
          const asked = m.log.requests.length
          await m.play(3 * MINUTE)
          // Where no pod is watched any more, nothing needs to be asked.
          expect(m.hasAlarm()).toBe((m.storage.value('settings') as Settings).pods.length > 0)
          expect(m.log.requests.length - asked).toBeLessThanOrEqual(7)
          // Asked for once more, it is done.
          expect((await m.ask(request)).stored).toBe(true)
          expect(m.storage.value('settings')).toEqual(wanted)
          if (request.type === 'page-bg:reset') expect(m.log.forgotten).toBeGreaterThan(0)
        }
      }
      expect(done).toBeGreaterThan(5)
    },
  )
})

describe('a reset whose database hangs', () => {
  it('says that not everything is deleted, and keeps nobody waiting', async () => {
    const m = await troubled('undone')
    m.box.historyHangs = true
    const reset = m.ask({ type: 'page-bg:reset' })
    await m.play(MINUTE)
    expect(await Promise.race([reset, Promise.resolve('waits')])).toMatchObject({ stored: false })
    expect(m.storage.value('settings')).toEqual(DEFAULT_SETTINGS)
    expect((await m.settings({ pods: ['prod1'] })).stored).toBe(true)
    await m.play(2 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })
})
