import { useEffect, useRef } from 'preact/hooks'
import { STALE } from '../../shared/model/limits.ts'
import type { Impact } from '../../shared/model/verdict.ts'
import { why } from '../../shared/text/detail.ts'
import { fill } from '../../shared/text/fill.ts'
import { quote } from '../../shared/text/quote.ts'
import { moment } from '../../shared/text/time.ts'
import type { Stage, Story } from '../domain/history/model.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { confirmedIn } from '../domain/spoken.ts'
import { incidentPage } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { phaseName } from '../text/phaseName.ts'
import { hoursAndMinutes } from '../text/spans.ts'
import { UpdateText } from '../ui/UpdateText.tsx'
import { earlierText, featureName, howText } from './describe.ts'
import { alerts, noticed, openReport, place, pod, reach } from './historyState.ts'
import { affectedIn, promiseText, timeText } from './storyText.ts'

const { incidents: words } = extension.history

const TITLE = 200

const Chip = ({ impact }: { readonly impact: Impact }) => (
  <li class={`chip tone is-${impact.effect}${impact.certainty === 'possible' ? ' guess' : ''}`}>
    {featureName(impact.capability, place.value)} · {howText(impact, place.value)}
  </li>
)

/** How Podlight read the page from one update to the next, and why. */
const Reading = ({ stage }: { readonly stage: Stage }) => (
  <li>
    <p class="small soft">
      {moment(stage.from, place.value)} · {phaseName(stage.phase)} ·{' '}
      {hoursAndMinutes(stage.to - stage.from, place.value)}
    </p>
    {stage.impacts.length === 0 && <p class="small">{words.reads}</p>}
    {stage.impacts.map((impact) => (
      <details key={`${impact.capability} ${impact.certainty}`} class="small">
        <summary>
          {featureName(impact.capability, place.value)}: {howText(impact, place.value)}
        </summary>
        <div class="why">
          {why(impact, voiceOf(place.value, pod.value ?? '')).map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      </details>
    ))}
  </li>
)

const Facts = ({ story }: { readonly story: Story }) => {
  const { startedAt, firstUpdateAt, endedAt, knownUntil, kind } = story
  const at = (time: number): string => moment(time, place.value)
  const isLater = kind === 'incident' && firstUpdateAt - startedAt >= 60_000
  const length = hoursAndMinutes(firstUpdateAt - startedAt, place.value)
  return (
    <ul class="small">
      <li>{fill(words.began, { time: at(startedAt) })}</li>
      <li>
        {isLater
          ? fill(words.firstLater, { time: at(firstUpdateAt), length })
          : fill(words.first, { time: at(firstUpdateAt) })}
      </li>
      <li>
        {endedAt === null
          ? fill(story.isOpen ? words.openUntil : words.endUnknown, { time: at(knownUntil) })
          : fill(words.ended, { time: at(endedAt) })}
      </li>
    </ul>
  )
}

/** One report: what it was, how it went, what was promised and what Podlight told. */
export const Report = ({ story }: { readonly story: Story }) => {
  const { id, title, updates, stages, promises } = story
  const element = useRef<HTMLDetailsElement>(null)
  const isLed = openReport.value === id
  useEffect(() => {
    if (!isLed || element.current === null) return
    element.current.open = true
    element.current.scrollIntoView({ block: 'start' })
    element.current.querySelector('summary')?.focus({ preventScroll: true })
    openReport.value = null
  }, [isLed])
  // Notifications are known only since Podlight has been watching.
  const isWatched = (reach.value.watched ?? Infinity) <= story.firstUpdateAt
  const sign = confirmedIn(noticed.value, story.startedAt, story.knownUntil + STALE)
  const own = alerts.value.filter(({ incidents }) => incidents.includes(id))
  return (
    <li>
      <details class="report" id={`report-${id}`} ref={element}>
        <summary>
          <h3 dir="auto">{quote(title, TITLE)}</h3>
          <p class="small soft">{timeText(story)}</p>
          {sign && <p class="small">{earlierText(sign, place.value)}</p>}
          <ul class="row">
            {affectedIn(story).map((impact) => (
              <Chip key={impact.capability} impact={impact} />
            ))}
          </ul>
        </summary>
        <div class="stack">
          <Facts story={story} />
          <p>
            <a href={incidentPage(id)} target="_blank" rel="noreferrer">
              {words.link}
            </a>
          </p>
          <h4>{words.verdicts}</h4>
          <ol class="updates">
            {stages.map((stage) => (
              <Reading key={stage.from} stage={stage} />
            ))}
          </ol>
          {promises.length > 0 && (
            <>
              <h4>{words.promises}</h4>
              <ul class="small">
                {promises.map((promised) => (
                  <li key={promised.madeAt}>{promiseText(promised, story)}</li>
                ))}
              </ul>
            </>
          )}
          {(own.length > 0 || isWatched) && <h4>{words.alerts}</h4>}
          {own.length === 0 && isWatched && <p class="small soft">{words.noAlerts}</p>}
          <ul class="small">
            {own.map((alert) => (
              <li key={alert.at}>
                {moment(alert.at, place.value)} · {alert.title}: {alert.text}
              </li>
            ))}
          </ul>
          <h4>{words.updates}</h4>
          <ol class="updates">
            {updates.map((update) => (
              <UpdateText
                key={`${update.at} ${update.phase} ${update.text}`}
                update={update}
                place={place.value}
              />
            ))}
          </ol>
        </div>
      </details>
    </li>
  )
}
