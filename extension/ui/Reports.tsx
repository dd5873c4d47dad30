import type { Incident, Snapshot } from '../../shared/model/snapshot.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { plural } from '../../shared/text/plural.ts'
import { quote } from '../../shared/text/quote.ts'
import { incidentPage } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { Fold } from './Fold.tsx'
import { request } from './pageState.ts'
import { UpdateText } from './UpdateText.tsx'

const { incident: words } = extension

/** A title longer than this is no title. */
const TITLE = 200
interface ReportProps {
  readonly incident: Incident
  readonly isMuted: boolean
  readonly place: Place
  readonly canMute: boolean
}

const Report = ({ incident, isMuted, place, canMute }: ReportProps) => {
  const { id, title, updates } = incident
  const [latest, ...earlier] = updates
  return (
    <li class={`report${isMuted ? ' muted' : ''}`}>
      <h3 dir="auto">{quote(title, TITLE)}</h3>
      {isMuted && <p class="small soft">{words.muted}</p>}
      <ol class="updates">{latest && <UpdateText update={latest} place={place} />}</ol>
      {earlier.length > 0 && (
        <details>
          <summary class="small">{plural(words.showUpdates, earlier.length, place)}</summary>
          <ol class="updates">
            {earlier.map((update) => (
              <UpdateText key={`${update.at} ${update.phase} ${update.text}`} update={update} place={place} />
            ))}
          </ol>
        </details>
      )}
      {canMute && (
        <div class="row small">
          <a class="button plain" href={incidentPage(id)} target="_blank" rel="noreferrer">
            {words.open}
          </a>
          <button
            type="button"
            class="plain"
            onClick={() => void request({ type: 'page-bg:mute', incident: id, on: !isMuted })}
          >
            {isMuted ? words.unmute : words.mute}
          </button>
        </div>
      )}
    </li>
  )
}

interface ReportsProps {
  readonly judgement: Judgement
  readonly snapshot: Snapshot
  readonly muted: ReadonlySet<string>
  readonly place: Place
  readonly canMute: boolean
}

/** The vendor's own words about what affects this pod: incidents and running work, each with its updates. */
export const Reports = ({ judgement, snapshot, muted, place, canMute }: ReportsProps) => {
  const affected = new Set(judgement.impacts.map(({ incident }) => incident))
  const reports = [...snapshot.incidents, ...snapshot.maintenances].filter(({ id }) => affected.has(id))
  return reports.length === 0 ? null : (
    <Fold title={words.reports}>
      <ul class="reports">
        {reports.map((incident) => (
          <Report
            key={incident.id}
            incident={incident}
            isMuted={muted.has(incident.id)}
            place={place}
            canMute={canMute}
          />
        ))}
      </ul>
    </Fold>
  )
}
