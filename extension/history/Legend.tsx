import { EFFECTS } from '../../shared/model/verdict.ts'
import { extension } from '../text/en.ts'

const { effects, evidence, popup, history } = extension

const Swatch = ({ effect, isGuess = false }: { readonly effect: string; readonly isGuess?: boolean }) => (
  <svg width="20" height="14" aria-hidden="true">
    <rect
      class={`mark is-${effect}${isGuess ? ' guess' : ''}`}
      fill={isGuess ? undefined : `url(#${effect})`}
      x="1"
      y="1"
      width="18"
      height="12"
      rx="3"
    />
  </svg>
)

/** What the picture's patterns mean. */
export const Legend = ({ isNoticed = false }: { readonly isNoticed?: boolean }) => (
  <ul class="legend small">
    {EFFECTS.map((effect) => (
      <li key={effect}>
        <Swatch effect={effect} />
        {effects[effect]}
      </li>
    ))}
    <li>
      <Swatch effect="failing" isGuess />
      {popup.possible}
    </li>
    <li>
      <svg width="20" height="14" aria-hidden="true">
        <rect class="unwatched" fill="url(#unwatched)" width="20" height="14" />
      </svg>
      <span title={history.picture.unwatchedHint}>{history.picture.unwatched}</span>
    </li>
    {isNoticed && (
      <li>
        <svg class="noticed" width="20" height="14" aria-hidden="true">
          <line x1="10" x2="10" y2="14" />
          <circle cx="10" cy="5" r="4" />
        </svg>
        {evidence.history.mark}
      </li>
    )}
  </ul>
)
