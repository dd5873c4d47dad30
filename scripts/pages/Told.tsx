import type { Told as Parts } from '../explain/told.ts'

interface ToldProps {
  readonly told: Parts
  /** The folder of the icons. */
  readonly icons: string
}

/** A verdict with its reasons: the words of `npm run explain`, laid out. */
export const Told = ({ told: { level, summary, impacts, notes }, icons }: ToldProps) => (
  <div class={`findings card is-${level}`}>
    <p class="row">
      <img src={`${icons}${level}.svg`} alt="" width="24" height="24" />
      <b class="tone level">{level}</b>
      <span>{summary}</span>
    </p>
    {impacts.length > 0 && (
      <ol>
        {impacts.map(({ capability, effect, says, reasons, incident }) => (
          <li key={capability} class={`is-${effect}`}>
            <p>{says}</p>
            <ul>
              {reasons.map((reason) => (
                <li key={reason} class="soft">
                  {reason}
                </li>
              ))}
            </ul>
            {incident && (
              <p class="soft small">
                Incident {incident[0]}: {incident[1]}
              </p>
            )}
          </li>
        ))}
      </ol>
    )}
    {notes.map((note) => (
      <p key={note} class="soft small">
        {note}
      </p>
    ))}
  </div>
)
