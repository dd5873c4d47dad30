import { extension } from '../../shared/words/extension/en.ts'
import { summary } from '../../shared/words/summary.ts'
import { voiceOf } from '../state/place.ts'
import type { PodView } from '../state/view.ts'
import { place } from '../ui/model.ts'

const { popup } = extension

interface OthersProps {
  readonly pods: readonly PodView[]
  readonly onChoose: (pod: string) => void
}

/** The other watched pods, a line each; a click shows one in full. */
export const Others = ({ pods, onChoose }: OthersProps) =>
  pods.length === 0 ? null : (
    <section class="part">
      <h2>{popup.others}</h2>
      <ul class="others">
        {pods.map(({ pod, loud }) => (
          <li key={pod}>
            <button type="button" onClick={() => onChoose(pod)}>
              <img src={`/icons/${loud.level}-32.png`} alt="" />
              <span>{summary(loud, voiceOf(place.value, pod))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
