import { extension } from '../text/en.ts'
import { isSilent, lastReply, now, stored, values } from './pageState.ts'

const { popup } = extension

/** What Podlight cannot do in this browser, where there is such a thing. */
export const Notices = () => {
  const losses = lastReply.value?.losses
  const newer = [...(losses?.newer ?? []), ...(stored.value?.losses.newer ?? [])].length > 0
  const example = values.value?.example ?? 0
  const told = [
    example > now.value && popup.exampleNow,
    isSilent.value && popup.silent,
    (losses?.isBroken || stored.value?.losses.isBroken) && popup.lost,
    newer && popup.newer,
    losses?.noHistory && !losses.isBroken && popup.noHistory,
  ].filter((text) => typeof text === 'string')
  return (
    <div role="status">
      {told.map((text) => (
        <p key={text} class="note small is-unknown">
          {text}
        </p>
      ))}
    </div>
  )
}
