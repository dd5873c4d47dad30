import { podOf } from '../../shared/model/pod.ts'
import type { Voice } from '../../shared/text/agentVoice.ts'
import { agent } from '../../shared/text/en.ts'
import { type Place, placeOf } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

/** Languages there are words for. */
const SPOKEN = 'en'

/** The reader's place: their own English, or plain English where theirs is a language that is not spoken yet. */
export const localeAndZone = (language: string, now: number): Place => {
  const isSpoken = language.toLowerCase().split('-')[0] === SPOKEN
  return placeOf(now, isSpoken ? language : SPOKEN, Intl.DateTimeFormat().resolvedOptions().timeZone)
}

const clocks = memo(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
)

/** "HH:MM" by the clock on the wall. */
export const wallClock = ({ now, timeZone }: Place): string => clocks(timeZone).format(now)

/** The pod's name as its vendor writes it. */
export const vendorsName = (pod: string): string | undefined => {
  const known = podOf(pod)
  return known === null ? undefined : kustomer.pods.get(known)?.name
}

export const voiceOf = (place: Place, pod: string): Voice => ({
  ...place,
  words: agent,
  podName: vendorsName(pod),
})
