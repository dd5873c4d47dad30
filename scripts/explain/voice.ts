import { podOf } from '../../shared/model/pod.ts'
import type { Voice } from '../../shared/text/agentVoice.ts'
import { agent } from '../../shared/text/en.ts'
import { placeOf } from '../../shared/text/localeAndTime.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'

/** English, and universal time: the same question gets the same words on every machine. */
export const voiceAt = (pod: string, now: number, vendor: Vendor): Voice => {
  const known = podOf(pod)
  const name = known === null ? undefined : vendor.pods.get(known)?.name
  return { ...placeOf(now), words: agent, podName: name }
}
