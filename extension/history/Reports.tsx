import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import type { Story } from '../domain/history/model.ts'
import { matches, type Wanted } from '../domain/history/search.ts'
import { extension } from '../text/en.ts'
import { dated } from '../text/spans.ts'
import { featureName } from './describe.ts'
import { month, openReport, place, reports } from './historyState.ts'
import { Report } from './Report.tsx'

const { incidents: words } = extension.history

/** So many are shown at first, and with each click. */
const PAGE = 20

const featuresIn = (stories: readonly Story[]): readonly string[] => [
  ...new Set(
    stories.flatMap(({ stages }) =>
      stages.flatMap(({ impacts }) => impacts.map(({ capability }) => capability)),
    ),
  ),
]

const ANY: Wanted = { text: '', kind: null, capability: null }

/** All reports that reached the pod, latest first. */
export const Reports = () => {
  const wanted = useSignal<Wanted>(ANY)
  const onlyMonth = useSignal(false)
  const count = useSignal(PAGE)
  const own = onlyMonth.value
    ? reports.value.filter(
        ({ startedAt, knownUntil }) => startedAt < month.value.to && knownUntil >= month.value.from,
      )
    : reports.value
  const found = own.filter((story) => matches(story, wanted.value))
  // Whoever is led to a report finds it, whatever they looked for before.
  const isHidden = openReport.value !== null && !found.some(({ id }) => id === openReport.value)
  useEffect(() => {
    if (!isHidden) return
    wanted.value = ANY
    onlyMonth.value = false
  }, [isHidden, wanted, onlyMonth])
  const led = found.findIndex(({ id }) => id === openReport.value)
  const shown = found.slice(0, Math.max(count.value, led + 1))
  const want = (part: Partial<Wanted>): void => {
    wanted.value = { ...wanted.value, ...part }
    count.value = PAGE
  }
  const features = featuresIn(reports.value)
    .map((capability) => ({ capability, name: featureName(capability, place.value) }))
    .sort((one, other) => one.name.localeCompare(other.name, place.value.locale))
  return (
    <section class="card block">
      <h2>{words.title}</h2>
      {reports.value.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <search class="row filters">
            <input
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              value={wanted.value.text}
              onInput={(event) => want({ text: event.currentTarget.value })}
            />
            <label class="row small">
              {words.kind}
              <select
                value={wanted.value.kind ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  want({ kind: value === 'incident' || value === 'maintenance' ? value : null })
                }
              >
                <option value="">{words.all}</option>
                <option value="incident">{words.incident}</option>
                <option value="maintenance">{words.maintenance}</option>
              </select>
            </label>
            <label class="row small">
              {words.feature}
              <select
                value={wanted.value.capability ?? ''}
                onChange={(event) => want({ capability: event.currentTarget.value || null })}
              >
                <option value="">{words.all}</option>
                {features.map(({ capability, name }) => (
                  <option key={capability} value={capability}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label class="row small">
              <input
                type="checkbox"
                checked={onlyMonth.value}
                onChange={(event) => {
                  onlyMonth.value = event.currentTarget.checked
                }}
              />
              {fill(words.only, { time: dated(month.value.from, 'wholeMonth', place.value) })}
            </label>
          </search>
          <p class="small soft" role="status">
            {found.length === 0 ? words.none : plural(words.found, found.length, place.value)}
          </p>
          <ol class="reports">
            {shown.map((story) => (
              <Report key={story.id} story={story} />
            ))}
          </ol>
          {shown.length < found.length && (
            <button
              type="button"
              onClick={() => {
                count.value += PAGE
              }}
            >
              {words.more}
            </button>
          )}
        </>
      )}
    </section>
  )
}
