import { podOf } from '../model/pod.ts'
import type { Judgement, Verdict } from '../model/verdict.ts'
import type { Vendor } from '../vendors/vendor.ts'
import type { Voice } from './agentVoice.ts'
import { badge } from './badge.ts'
import { agent } from './en.ts'
import { placeOf } from './localeAndTime.ts'

/** English, and universal time: the same question gets the same words on every machine. */
export const universalVoice = (pod: string, now: number, vendor: Vendor): Voice => {
  const known = podOf(pod)
  const name = known === null ? undefined : vendor.pods.get(known)?.name
  return { ...placeOf(now), words: agent, podName: name }
}

/** The badge is part of the contract, its words are not part of judging. */
export const badged = (judgement: Judgement, now: number, vendor: Vendor): Verdict => ({
  ...judgement,
  badge: badge(judgement, universalVoice(judgement.pod, now, vendor)),
})
