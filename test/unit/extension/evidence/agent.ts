import type { Watch } from '../../../../extension/domain/evidence/watch.ts'
import type { Settings } from '../../../../extension/domain/settings.ts'
import type { RequestLine } from '../../../../shared/evidence/line.ts'
import { MINUTE, SECOND, settled } from '../../polling/world.ts'
import { type Machine, machine } from '../machine.ts'
import type { Plan } from '../machinePlan.ts'
import { on, SPREADING } from '../stories.ts'

export const ORGANISATION = 'acme'

const THINGS = ['customers', 'conversations', 'teams', 'tags', 'users', 'queues', 'notes', 'searches']

/** How the vendor answers. */
export type Answer = Pick<RequestLine, 'status' | 'error'>
export const WELL: Answer = { status: 200, error: null }
export const FAILING: Answer = { status: 503, error: null }
export const LOST: Answer = { status: 0, error: 'net::ERR_TIMED_OUT' }

export const lineAt = (
  at: number,
  path: string,
  answer: Answer,
  host = `${ORGANISATION}.api.kustomerapp.com`,
): RequestLine => ({
  at,
  host,
  method: 'GET',
  path,
  type: 'xmlhttprequest',
  ms: 200,
  ...answer,
})

const EVERY = 2 * SECOND

/** Somebody at work: each two seconds their browser asks for something, which wakes a background that died. */
export const work = async (
  m: Machine,
  length: number,
  answer: Answer,
  each: () => void = () => undefined,
): Promise<void> => {
  for (let passed = 0; passed < length; passed += EVERY) {
    m.background()
    const thing = THINGS[(passed / EVERY) % THINGS.length]
    m.requests.send(lineAt(m.at.clock(), `/v1/${thing}`, answer))
    await m.play(EVERY)
    each()
  }
}

export const watchIn = (m: Machine): Watch => m.storage.value('watch') as Watch
export const settingsIn = (m: Machine): Settings => m.storage.value('settings') as Settings

export const permit = async (m: Machine, organisations: readonly string[]): Promise<void> => {
  m.requests.state.allowed = [...organisations]
  await m.background().permissionsChanged()
  await settled()
}

export const allow = async (m: Machine): Promise<void> => {
  await permit(m, [ORGANISATION])
  await m.ask({ type: 'page-bg:watch', organisation: ORGANISATION })
  await settled()
}

/** A browser whose requests are watched, twenty minutes before its page tells of trouble at 10:10. */
export const watched = async (
  settings: Partial<Settings> = {},
  plan: Partial<Plan> = {},
): Promise<Machine> => {
  const m = machine({
    playing: SPREADING,
    from: on('09:40'),
    settings: { evidence: 'on', ...settings },
    ...plan,
  })
  await m.open()
  await allow(m)
  await work(m, 10 * MINUTE, WELL)
  return m
}
