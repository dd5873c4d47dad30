import { podOf } from '../../shared/judge/pods.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import { agent } from '../../shared/words/en.ts'
import { placeOf } from '../../shared/words/place.ts'
import type { Voice } from '../../shared/words/voice.ts'

/** English, and universal time: the same question gets the same words on every machine. */
export const voiceAt = (pod: string, now: number, vendor: Vendor): Voice => {
  const known = podOf(pod)
  const name = known === null ? undefined : vendor.pods.get(known)?.name
  return { ...placeOf(now), words: agent, podName: name }
}
