import { podOf } from '../../shared/model/pod.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { checkValues } from '../../widget/judgement/checkOptions.ts'
import { optionOf } from '../../widget/loader/tagOption.ts'
import { warn } from '../../widget/options.ts'
import type { OptionSource } from '../../widget/protocol.ts'
import { watchPod } from '../watchPod.ts'

const nobody = (): void => undefined

/** What decides what is watched, as one text. */
export const watchedBy = (options: OptionSource): string =>
  JSON.stringify(['pod', 'feed', 'storage'].map((name) => optionOf(options, name)))

/** Watches what the options say. Where they are wrong nothing is watched, and the console says why. */
export const watchFor = (options: OptionSource, listener: (verdict: Judgement) => void): (() => void) => {
  checkValues(options)
  const pod = optionOf(options, 'pod').toLowerCase()
  if (podOf(pod) !== pod) {
    // One who only looks at an example needs none.
    if (/^(auto)?$/.test(pod) && !optionOf(options, 'preview'))
      warn('<podlight-banner> needs a pod: set its attribute pod, such as prod1.')
    return nobody
  }
  const feed = optionOf(options, 'feed').match(/\S+/g)
  try {
    return watchPod(
      {
        pod,
        ...(feed ? { feed } : {}),
        ...(optionOf(options, 'storage').toLowerCase() === 'none' ? { storage: 'none' as const } : {}),
      },
      listener,
    )
  } catch (error) {
    warn((error as Error).message)
    return nobody
  }
}
