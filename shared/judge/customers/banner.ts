import { isoOf } from '../../feed/guards.ts'
import { type Banner, EFFECTS, type Effect, type Level } from '../verdict.ts'
import type { Claim } from './claims.ts'

const isMonitored = (claims: readonly Claim[]): boolean => claims.every(({ phase }) => phase === 'monitoring')

/** Levels by the rank of the effect that sets them. */
const LEVELS: readonly Level[] = ['outage', 'degraded', 'degraded', 'maintenance', 'notice']

export const levelAmong = (claims: readonly Claim[]): { level: Level; recovering: boolean } => {
  // A guess never makes an outage.
  const levels = claims.map(({ quiet, possible, effect }) => LEVELS[quiet ? 4 : Math.max(possible, effect)])
  const level = LEVELS.find((one) => levels.includes(one)) ?? 'ok'
  return { level, recovering: level !== 'ok' && isMonitored(claims.filter((_, i) => levels[i] === level)) }
}

/** The first claim speaks. When all is down, chat is presumed down too, unless words say that it works. */
export const bannerOf = (claims: readonly Claim[], chatWorks: boolean): Banner | null => {
  for (const letter of chatWorks ? 'A@' : 'A>@') {
    const about = claims.filter(
      ({ capability, effect }) => capability === letter && effect < (letter === '>' ? 1 : 4),
    )
    const [claim] = about
    if (claim)
      return {
        subject: letter === '@' ? 'attachments' : 'chat',
        effect: EFFECTS[claim.effect] as Effect,
        certainty: letter === '>' || claim.possible ? 'possible' : 'confirmed',
        recovering: isMonitored(about),
        incident: claim.incident,
        since: isoOf(claim.since),
      }
  }
  return null
}
