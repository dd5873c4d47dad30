import { byEffect } from '../model/effects.ts'
import type { Incident } from '../model/snapshot.ts'
import type { Claim } from './claims/claims.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of a document says nothing: the incident that began first speaks first. */
export const byStart = (a: Incident, b: Incident): number =>
  (a.startedAt ?? 0) - (b.startedAt ?? 0) || byText(a.id, b.id) || byText(a.title, b.title)

export const byWorst = (a: Claim, b: Claim): number =>
  Number(a.quiet) - Number(b.quiet) ||
  byEffect(a.effect, b.effect) ||
  Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
  byText(a.capability, b.capability) ||
  byText(a.incident ?? '', b.incident ?? '')
