import { fill } from '../../shared/text/fill.ts'
import { quote } from '../../shared/text/quote.ts'
import { moment } from '../../shared/text/time.ts'
import { gapsOf, lanesOf } from '../domain/history/lanes.ts'
import type { Story, Timeline } from '../domain/history/model.ts'
import { isSure } from '../domain/history/sums.ts'
import { incidentPage } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { dated } from '../text/spans.ts'
import { workingHoursText } from '../text/workingHoursText.ts'
import { UpdateText } from '../ui/UpdateText.tsx'
import { featureName, howText } from './describe.ts'
import { FeatureSums } from './FeatureSums.tsx'
import {
  isUsed,
  isWholeMonth,
  month,
  monthBack,
  monthsBack,
  place,
  settings,
  sumsIn,
} from './historyState.ts'
import { Legend } from './Legend.tsx'
import { lanesShown } from './lanesShown.ts'
import { Basis, Tiles } from './Month.tsx'
import { Bars, Ground, geometryOf } from './Picture.tsx'
import { monthOf } from './Share.tsx'
import { affectedIn, promiseText } from './storyText.ts'

const { report: words, incidents } = extension.history

/** As wide as a sheet of paper leaves room for. */
const WIDTH = 680

const Entry = ({ story }: { readonly story: Story }) => {
  const { id, title, startedAt, firstUpdateAt, endedAt, isOpen, promises, updates } = story
  // With day and year: a sheet of paper is read on another day.
  const told = { ...place.value, now: 0 }
  const at = (time: number): string => moment(time, told)
  const isCounted = isSure(story, isUsed.value) || story.kind === 'maintenance'
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [words.start, [at(startedAt)]],
    [words.first, [at(firstUpdateAt)]],
    [words.end, [endedAt === null ? (isOpen ? incidents.open : incidents.gone) : at(endedAt)]],
    [
      words.affected,
      [
        ...affectedIn(story).map(
          (impact) => `${featureName(impact.capability, place.value)}: ${howText(impact, place.value)}`,
        ),
        ...(isCounted ? [] : [words.uncounted]),
      ],
    ],
    [words.promised, promises.map((promised) => promiseText(promised, story, told))],
    [words.link, [incidentPage(id)]],
  ]
  return (
    <li class="printed-report">
      <h2 dir="auto">{quote(title, 200)}</h2>
      <dl class="facts">
        {rows
          .filter(([, texts]) => texts.length > 0)
          .map(([name, texts]) => (
            <div key={name}>
              <dt>{name}</dt>
              {texts.map((text, index) => (
                // Two may say the same, and none ever moves.
                <dd key={index}>{text}</dd>
              ))}
            </div>
          ))}
      </dl>
      <h3>{words.words}</h3>
      <ol class="updates">
        {updates.toReversed().map((update) => (
          <UpdateText key={`${update.at} ${update.phase} ${update.text}`} update={update} place={told} />
        ))}
      </ol>
    </li>
  )
}

/** The month as it is printed, and sent to whoever should know. Nothing of it is on the screen. */
export const PrintedMonth = ({
  timeline,
  podName,
}: {
  readonly timeline: Timeline
  readonly podName: string
}) => {
  const own = monthOf(timeline)
  const sums = sumsIn(timeline, month.value)
  const rangeBefore = monthBack(monthsBack.value + 1)
  const isCompared = monthsBack.value > 0 && isWholeMonth(monthsBack.value + 1)
  const before = isCompared ? sumsIn(timeline, rangeBefore) : null
  const lanes = lanesShown(lanesOf(own, own), isUsed.value, false).used
  const geometry = geometryOf(WIDTH, lanes.length, own)
  const hours = settings.value?.workingHours
  return (
    <main class="printed">
      <h1>{fill(words.title, { time: dated(own.from, 'wholeMonth', place.value), pod: podName })}</h1>
      <p class="small soft">
        {fill(words.made, {
          time: dated(place.value.now, 'date', place.value),
          text: place.value.timeZone.replaceAll('_', ' '),
        })}
        {hours && ` ${fill(words.hours, { text: workingHoursText(hours, place.value) })}`}
      </p>
      <Tiles sums={sums} before={before} nameBefore={dated(rangeBefore.from, 'monthName', place.value)} />
      {lanes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <svg class="picture" viewBox={`0 0 ${geometry.width} ${geometry.height}`} aria-hidden="true">
            <Ground
              range={own}
              lanes={lanes}
              gaps={gapsOf(own, own)}
              place={place.value}
              geometry={geometry}
              isNow={false}
            />
            {lanes.map((lane, at) => (
              <Bars key={lane.capability} lane={lane} at={at} geometry={geometry} />
            ))}
          </svg>
          <Legend />
          <FeatureSums sums={sums} />
        </>
      )}
      <Basis sums={sums} />
      <ol class="printed-reports">
        {own.stories.map((story) => (
          <Entry key={story.id} story={story} />
        ))}
      </ol>
    </main>
  )
}
