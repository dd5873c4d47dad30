import { fill } from '../../shared/text/fill.ts'
import { csvOf } from '../domain/history/export/csv.ts'
import type { Exported } from '../domain/history/export/exported.ts'
import { fileNameOf } from '../domain/history/export/fileName.ts'
import { icalOf } from '../domain/history/export/ical.ts'
import { jsonOf } from '../domain/history/export/json.ts'
import { within } from '../domain/history/intervals.ts'
import type { Timeline } from '../domain/history/model.ts'
import { isIn, isSure } from '../domain/history/sums.ts'
import { incidentPage } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { dated } from '../text/spans.ts'
import { download } from '../ui/download.ts'
import { isUsed, month, noticed, place, working } from './historyState.ts'

const { share: words } = extension.history

const FILES = [
  { name: words.csv, ending: 'csv', type: 'text/csv', textOf: csvOf },
  { name: words.json, ending: 'json', type: 'application/json', textOf: jsonOf },
  { name: words.ical, ending: 'ics', type: 'text/calendar', textOf: icalOf },
] as const

/** What of a timeline lies in the month that is shown, of what this team works with. */
export const monthOf = (whole: Timeline): Timeline => {
  const range = { from: month.value.from, to: Math.min(month.value.to, whole.to) }
  const spans = within(whole.spans, range).filter(({ capability }) => isUsed.value(capability))
  const named = new Set(spans.map(({ incident }) => incident))
  return {
    ...range,
    pod: whole.pod,
    spans,
    watched: within(whole.watched, range),
    stories: whole.stories.filter(
      // One that was told later of a time that read well has no hours, and began all the same.
      (story) => named.has(story.id) || (isIn(story.startedAt, range) && isSure(story, isUsed.value)),
    ),
  }
}

/** A month as a file, or on paper. */
export const Share = ({ timeline, podName }: { readonly timeline: Timeline; readonly podName: string }) => {
  const { from, to } = month.value
  const save = ({ ending, type, textOf }: (typeof FILES)[number]): void => {
    const exported: Exported = {
      timeline: monthOf(timeline),
      podName,
      place: place.value,
      working: working.value,
      noticed: noticed.value.filter(({ at }) => isIn(at, { from, to })),
      linkOf: incidentPage,
    }
    download(fileNameOf(timeline.pod, from, to, ending, place.value.timeZone), type, textOf(exported))
  }
  const print = (): void => {
    const { title } = document
    // What a browser calls the file that it prints into.
    document.title = fileNameOf(timeline.pod, from, to, 'pdf', place.value.timeZone).replace('.pdf', '')
    window.print()
    document.title = title
  }
  return (
    <section class="card block">
      <h2>{words.title}</h2>
      <p class="small soft">
        {fill(words.lead, { time: dated(from, 'wholeMonth', place.value), pod: podName })}
      </p>
      <div class="button-row">
        <button type="button" class="main" onClick={print}>
          {words.print}
        </button>
        {FILES.map((file) => (
          <button key={file.ending} type="button" onClick={() => save(file)}>
            {file.name}
          </button>
        ))}
      </div>
      <p class="small soft">{words.printHint}</p>
    </section>
  )
}
