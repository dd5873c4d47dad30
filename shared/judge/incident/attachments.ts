import { worse } from '../../model/effects.ts'
import type { Incident } from '../../model/snapshot.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { type Affected, MOST_REASONS_OF_A_TEXT } from './affected.ts'

/** What is affected, with attachments of an unnamed channel given to their owners. */
const withOwners = (
  incident: Incident,
  affected: ReadonlyMap<string, Affected>,
  { part, components, everyChannel }: Vendor,
): Map<string, Affected> => {
  const owned = new Map(affected)
  const open = affected.get(`${part.capability}?`)
  if (open === undefined) return owned
  owned.delete(`${part.capability}?`)
  const listed = incident.components.map(({ name }) => components.get(name.toLowerCase()) ?? '')
  const channels = [...owned.keys(), ...listed].filter((name) => everyChannel.capabilities.includes(name))
  const isChats = channels.includes(part.of) || owned.has(part.capability) || channels.length === 0
  for (const owner of isChats ? [part.capability] : channels) {
    const before = owned.get(owner)
    owned.set(owner, {
      ...open,
      effect: worse(open.effect, before?.effect ?? null),
      beside: false,
      ofPart: owner !== part.capability,
      sentences: [...(before?.sentences ?? []), ...open.sentences],
      because: [...(before?.because ?? []), ...open.because].slice(0, MOST_REASONS_OF_A_TEXT),
    })
  }
  return owned
}

/**
 * Attachments without a channel belong to chat, unless the incident is about other channels alone. Chat that was only
 * named as what carries them is not affected itself.
 */
export const withAttachments = (
  incident: Incident,
  affected: ReadonlyMap<string, Affected>,
  vendor: Vendor,
): ReadonlyMap<string, Affected> => {
  const { capability, of } = vendor.part
  const owned = withOwners(incident, affected, vendor)
  const carrier = owned.get(of)
  if (owned.has(capability) && carrier !== undefined && (carrier.beside || carrier.effect === null))
    owned.delete(of)
  return owned
}
