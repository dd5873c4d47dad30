import { expect } from 'vitest'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { SECOND } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import type { Plan } from './machinePlan.ts'
import { playedRelay, RELAY } from './playedRelay.ts'
import { on, SPREADING } from './stories.ts'

export const KINDS = ['prod1', 'pods', 'summary'] as const
export type Kind = (typeof KINDS)[number]

/** A relay asks every 15 s and a document is asked for within 2 s; the rest is on the way. */
export const SOON = 19 * SECOND
/** The longest wait of a poller, and what its request takes. */
export const WAIT = 76 * SECOND

/** An agent of prod1 who hears the events of a relay. */
export const listening = async (
  kind: Kind,
  playing: readonly Recording[] = SPREADING,
  plan: Partial<Plan> = {},
) => {
  const m = machine({ playing, from: on('10:00'), settings: { feed: `${RELAY}/${kind}.json` }, ...plan })
  const relay = playedRelay(m, playing)
  await m.open()
  // The bucket of a new profile pays for it after a while.
  for (let tries = 0; tries < 20 && m.streams().length === 0; tries++) await m.play(15 * SECOND)
  await m.play(16 * SECOND)
  expect(m.streams()).toHaveLength(1)
  return { m, relay }
}

export const asked = (m: Machine): number => m.log.requests.length - m.log.opened.length
export const heardAt = (m: Machine): number => (m.storage.value('poll') as { heard: { at: number } }).heard.at
export const TOLD = ['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal']
