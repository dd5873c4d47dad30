import type { PodView } from '../domain/podView.ts'
import { lineOf } from '../domain/toolbarState.ts'
import { extension } from '../text/en.ts'
import { place } from '../ui/pageState.ts'

const { popup } = extension

interface OthersProps {
  readonly pods: readonly PodView[]
  readonly onChoose: (pod: string) => void
}

/** The other watched pods, a line each; a click shows one in full. */
export const OtherPods = ({ pods, onChoose }: OthersProps) =>
  pods.length === 0 ? null : (
    <section class="part">
      <h2>{popup.others}</h2>
      <ul class="others">
        {pods.map((view) => {
          const { icon, title } = lineOf(view, place.value)
          return (
            <li key={view.pod}>
              <button type="button" onClick={() => onChoose(view.pod)}>
                <img src={`/icons/${icon}.svg`} alt="" />
                <span>{title}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
