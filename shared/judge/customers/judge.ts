import { isoOf, isRow, type Row } from '../../feed/guards.ts'
import { EFFECTS, type Effect, type Judgement, type Reason } from '../verdict.ts'
import { bannerOf, levelAmong } from './banner.ts'
import { addIncident, type Claim } from './claims.ts'
import { addComponents } from './components.ts'
import { nameOf } from './line.ts'
import { placesOf } from './places.ts'
import { list } from './rows.ts'
import { PAGE } from './vocabulary.ts'

/** Why a document is not read at all. */
const refusal = ({ page, incidents, components = [] }: Row): Reason | undefined => {
  const id = isRow(page) && page['id']
  if (!id || typeof id !== 'string') return 'not-a-feed'
  if (id !== PAGE) return 'other-page'
  return Array.isArray(incidents) && Array.isArray(components) ? undefined : 'not-a-feed'
}

/** The surest claim first, then the worst: a guess never speaks over what is known. */
const keyOf = ({ possible, effect, quiet, incident }: Claim): string =>
  `${possible}${effect}${quiet}${incident}`

const judged = (document: Row, pod: string): Partial<Judgement> => {
  const places = placesOf(document, pod)
  const claims: Claim[] = []
  let chatWorks = false
  for (const [planned, key] of ['incidents', 'scheduled_maintenances'].entries())
    for (const row of list(document[key]))
      chatWorks = addIncident(claims, row, places, pod, planned) || chatWorks
  addComponents(claims, places)
  claims.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const { level, recovering } = levelAmong(claims)
  const reason = level === 'ok' ? places.lack : undefined
  return {
    level: reason ? 'unknown' : level,
    recovering,
    ...(reason && { reason }),
    impacts: claims.map(({ capability, effect, possible, phase, since, incident }) => ({
      capability: nameOf(capability),
      effect: EFFECTS[effect] as Effect,
      certainty: possible ? 'possible' : 'confirmed',
      phase,
      since: isoOf(since),
      incident,
      because: [],
    })),
    banner: bannerOf(claims, chatWorks),
  }
}

/** What customers need to know of a summary document nobody vouches for, as of when it was fetched. Never throws. */
export const judgeForCustomers = (document: unknown, pod: string, fetchedAt: number): Judgement => {
  const feed = isRow(document) ? document : {}
  const reason = refusal(feed)
  return {
    pod,
    level: 'unknown',
    recovering: false,
    asOf: isoOf(fetchedAt),
    impacts: [],
    banner: null,
    nextUpdate: null,
    upcoming: [],
    ...(reason ? { reason } : judged(feed, pod)),
  }
}
