import { podOf } from '../../shared/model/pod.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { checkValues } from '../../widget/judgement/checkOptions.ts'
import { optionOf } from '../../widget/loader/tagOption.ts'
import { warn } from '../../widget/options.ts'
import type { OptionSource } from '../../widget/protocol.ts'
import { watchPod } from '../watchPod.ts'

const nobody = (): void => undefined

/** Those that were refused, as another feed was being asked: they try again when somebody lets go. */
const waiting = new Set<() => void>()
const tryAgain = (): void => {
  const all = [...waiting]
  waiting.clear()
  for (const again of all) again()
}

/** What decides what is watched, as one text. */
export const watchedBy = (options: OptionSource): string =>
  JSON.stringify([
    ...['pod', 'feed', 'storage'].map((name) => optionOf(options, name)),
    // One without a pod is told so when it is no example any more.
    optionOf(options, 'preview') !== '',
  ])

/**
 * Watches what the options say. Where they are wrong nothing is watched, and the console says why. `again` is called when
 * what was refused may be possible.
 */
export const watchFor = (
  options: OptionSource,
  listener: (verdict: Judgement) => void,
  again: () => void,
): (() => void) => {
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
    const stop = watchPod(
      {
        pod,
        ...(feed ? { feed } : {}),
        ...(optionOf(options, 'storage').toLowerCase() === 'none' ? { storage: 'none' as const } : {}),
      },
      listener,
    )
    return () => {
      stop()
      tryAgain()
    }
  } catch (error) {
    warn((error as Error).message)
    if (error instanceof TypeError) return nobody
    waiting.add(again)
    return () => waiting.delete(again)
  }
}
