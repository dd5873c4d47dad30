import type { Sign } from '../../../shared/evidence/sign.ts'
import { harmOf, type Incident } from '../faults/replayed.ts'
import { startNewcomer } from '../people/newcomer.ts'
import { startVisitor, VISITOR } from '../people/visitor.ts'
import { chromium, firefox } from '../world/browsers.ts'
import { createRandom } from '../world/random.ts'
import { BEGINS, MINUTE } from '../world/time.ts'
import type { World } from '../world/world.ts'
import type { NewDetector } from './detector.ts'
import { collect, type Noticed, playAgent, type Trials } from './notice.ts'
import { type Seeds, seedOf } from './seeds.ts'
import { watchedWorld } from './watch.ts'

/** How long visitors stay with a chat that does not work, in minutes, and their shares. */
export const PATIENCE = [
  [2, 0.5],
  [5, 0.35],
  [15, 0.15],
] as const

/** People who come new to a trouble, or to none: what each of them notices. */
export interface Newcomers extends Noticed {
  /** Of all who came, those whose own browser noticed. */
  readonly people: number
  readonly noticing: number
}

interface Seen {
  readonly minute: number
  readonly sign: Sign | null
}

/** One person who comes so many minutes after the onset, and whose browser knows nothing of yesterday. */
const playNewcomer = (
  create: NewDetector,
  seed: number,
  incident: Incident,
  came: number,
  form: Trials['form'],
): Seen => {
  const random = createRandom(seed)
  const browser = random.is(0.5) ? chromium : firefox
  const onset = BEGINS
  const found: { minute: number; sign: Sign | null } = { minute: Number.POSITIVE_INFINITY, sign: null }
  let patience: number = PATIENCE[0][0]
  let luck = random.next()
  for (const [minutes, share] of PATIENCE) {
    luck -= share
    if (luck < 0) {
      patience = minutes
      break
    }
  }
  let world: World | null = null
  world = watchedWorld({
    random,
    browser,
    form,
    begins: onset + came * MINUTE,
    troubles: [
      {
        name: 'incident',
        from: onset,
        until: onset + incident.ends * MINUTE,
        meets: harmOf(incident, onset),
      },
    ],
    create,
    firstAsked: 1,
    heard(sign) {
      if (sign === null || world === null) return
      found.minute = (world.now() - onset) / MINUTE
      found.sign = sign
      world.stop()
    },
  })
  const attaches = incident.attach ?? random.is(VISITOR.attaches)
  if (incident.who === 'visitors') startVisitor(world, { attaches, patience: patience * MINUTE })
  else startNewcomer(world)
  world.run(onset + (incident.who === 'visitors' ? came + patience + 1 : incident.ends) * MINUTE)
  return found
}

export const playIncident = (
  create: NewDetector,
  seeds: Seeds,
  incident: Incident,
  { rate, form, trials }: Trials,
): Newcomers => {
  const { name, who, ends } = incident
  const seed = (run: number): number => seedOf(seeds, `${name} ${who} ${rate} ${form}`, run)
  let people = 0
  let noticing = 0
  const tells = ['failing', 'unreachable', 'slow']
  const count = (seen: Seen): Seen => {
    people++
    if (seen.sign !== null) noticing++
    return seen
  }
  const play = (trial: number): Seen | null => {
    if (who === 'agent') {
      // The trouble of the incident begins with its first minute; who plays it knows when that was.
      let onset = Number.NaN
      const seen = playAgent(create, seed(trial), {
        rate,
        form,
        patience: ends,
        tells: incident.target === 'silent' ? [] : tells,
        begins: (at) => {
          onset = at
        },
        harm: (asked, circumstances) => harmOf(incident, onset)(asked, circumstances),
      })
      return seen && count(seen)
    }
    const every = incident.visitorEvery ?? 1
    if (who === 'sign-in')
      return count(playNewcomer(create, seed(trial), incident, createRandom(seed(trial)).between(0, 5), form))
    let first: Seen = { minute: Number.POSITIVE_INFINITY, sign: null }
    for (let came = every / 2, visitor = 0; came < Math.min(ends, first.minute); came += every, visitor++) {
      const seen = count(playNewcomer(create, seed(trial * 100 + visitor), incident, came, form))
      if (seen.minute < first.minute) first = seen
    }
    return first
  }
  return { ...collect(trials, play, tells), people, noticing }
}
