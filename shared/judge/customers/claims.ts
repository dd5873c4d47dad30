import { type Row, rowsOf, textOf, timeOf } from '../../feed/guards.ts'
import { readTexts } from './incident.ts'
import type { Place, Places } from './places.ts'
import { NONE } from './ranks.ts'
import { list, plain } from './rows.ts'

/** An impact in the making: capability by its letter, effect by its rank. */
export interface Claim {
  readonly capability: string
  readonly effect: number
  /** 1 for a guess. */
  readonly possible: number
  /** 1 if told by an incident the vendor gives no impact: no alarm while every component is well. */
  readonly quiet: number
  readonly phase: string | null
  readonly since: number | null
  readonly incident: string | null
  /** Components its incident lists: what they say is counted in it. */
  readonly listed: readonly Place[]
}

/** What an incident without a word about its kind of trouble is worth: the vendor's own weighing. */
const IMPACTS: readonly unknown[] = ['critical', 'major', '', 'maintenance', 'none']

/** Adds every capability of the pod that an incident hits; says whether its words tell that chat works. */
export const addIncident = (
  claims: Claim[],
  row: Row,
  { find }: Places,
  pod: string,
  planned: number,
): boolean => {
  const title = plain(row['name'])
  const updates = list(row['incident_updates'])
  const phase = textOf(row['status']) ?? ''
  if (/^(?:resolved|postmortem|completed|scheduled)$/.test(phase)) return false
  const listed = find(row['components'])
  const has = (home: Place['home']): boolean => listed.some((place) => place.home === home)
  const capabilities = listed.map(({ capability }) => capability).join('')
  const { told, fine, named, loose, pods, excepted, recovered } = readTexts(title, updates, capabilities, pod)
  const isNamed = pods.has('7') || (pods.has('9') && !excepted)
  const possible = !(isNamed || has('mine') || has('every'))
  // Components that the vendor dropped were some pod's: which one is known, though not told any more.
  const wasListed = updates.some((update) => rowsOf(update['affected_components'])[0])
  if (possible && (pods.size || excepted || has('other') || (wasListed && !listed[0]))) return false

  // Another pod hands over what is hit, not how badly: its components' statuses are its own.
  const lends = isNamed && !has('mine')
  const effects = new Map<string, number>()
  const add = (capability: string, ...ranks: number[]): void => {
    effects.set(capability, Math.min(effects.get(capability) ?? NONE, ...ranks))
  }
  for (const [name, effect] of told) add(name, effect, effect < NONE && told.size > 1 ? NONE : loose)
  let quiet = !planned && row['impact'] === 'none'
  for (const { capability, home, effect: own } of listed) {
    const effect = home === 'other' ? NONE : own
    if (home === 'other' ? !lends : home === 'third' && !possible) continue
    const name = capability === 'A' && home !== 'third' && told.has('@') && !told.has('A') ? '@' : capability
    if (!fine.has(capability) || told.has(name)) add(name, effect, loose, told.get('>') ?? NONE)
    else if (effect < NONE) add(name, effect)
    quiet &&= effect === NONE
  }
  // Where nobody says which part, what was named at all is the best guess, and else it is the whole.
  if (!effects.size && !recovered) for (const name of named || '>') add(name, loose)

  const fallback = IMPACTS.indexOf(row['impact'])
  for (const [capability, effect] of effects)
    claims.push({
      capability,
      effect: planned ? 3 : effect < NONE ? effect : fallback < 0 ? 2 : fallback,
      possible: Number(possible),
      quiet: Number(quiet),
      phase,
      since: timeOf(row['scheduled_for']) ?? timeOf(row['started_at']) ?? timeOf(row['created_at']),
      incident: textOf(row['id']) ?? title,
      // Planned work explains no outage: its components speak for themselves.
      listed: planned ? [] : listed,
    })
  return effects.size > 0 && fine.has('A')
}
