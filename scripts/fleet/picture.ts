import { createChance } from './chance.ts'
import { type Counts, count, groupsOf, newCounts } from './counts.ts'
import { DAY, HARD, HOUR, INCIDENT, LOOP, MINUTE, OUTAGE, type Span } from './day.ts'
import type { Fleet } from './play.ts'
import { playRelay } from './relay.ts'

// The picture in docs/scale.md: the hard day on a scale where each line across is ten times the one below. Its colours
// are those of docs/looks.md, for light and dark.

/** The size it shows; the others have the same shape. */
export const PICTURED = 100_000

const WIDTH = 600
const HEIGHT = 440
const PLOT = { left: 60, right: 584, top: 104, bottom: 396 } as const
/** Requests a second at the bottom and at the top, as powers of ten. */
const SCALE = { from: -1.3, to: 3.3 } as const
const EVERY = 5 * MINUTE

const x = (time: number): number => PLOT.left + ((PLOT.right - PLOT.left) * time) / DAY
const y = (rate: number): number => {
  const part = (Math.log10(rate) - SCALE.from) / (SCALE.to - SCALE.from)
  return PLOT.bottom - (PLOT.bottom - PLOT.top) * part
}
const short = (value: number): string => value.toFixed(1).replace('.0', '')

/** The busiest ten seconds of every five minutes. */
const lineOf = (counts: Counts): string => {
  const points: string[] = []
  for (let from = 0; from < DAY; from += EVERY) {
    const most = Math.max(...groupsOf(counts, { from, to: from + EVERY }, 10)) / 10
    points.push(`${short(x(from + EVERY / 2))} ${short(y(Math.max(most, 10 ** SCALE.from)))}`)
  }
  return `M${points.join('L')}`
}

const text = (at: readonly [number, number], kind: string, words: string): string =>
  `<text x="${short(at[0])}" y="${short(at[1])}" class="${kind}">${words}</text>`

/** A time that is marked. Its name ends with it where the next one's would be too near. */
const band = ({ from, to }: Span, words: string, endsWithIt = false): string =>
  `<rect x="${short(x(from))}" y="${PLOT.top}" width="${short(x(to) - x(from))}" height="${PLOT.bottom - PLOT.top}" class="band"/>` +
  text([x(endsWithIt ? to : (from + to) / 2), PLOT.top - 9], endsWithIt ? 'end' : 'middle', words)

const STYLE = `
text{font:16px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#555c69}
.ground{fill:#ffffff}.band{fill:#d9dce3;opacity:.6}.grid{stroke:#d9dce3}
.title{font-size:20px;font-weight:600;fill:#191c22}.end{text-anchor:end}.middle{text-anchor:middle}
path{fill:none;stroke-width:2.5;stroke-linejoin:round}
path.script{stroke:#995e00}path.podlight{stroke:#1450d2}path.vendor{stroke:#0f6b3d}
.name{font-weight:600}text.script{fill:#995e00}text.podlight{fill:#1450d2}text.vendor{fill:#0f6b3d}
@media (prefers-color-scheme:dark){
text{fill:#b1b8c5}.ground{fill:#1b1d22}.band{fill:#3b404b}.grid{stroke:#3b404b}.title{fill:#eceef2}
path.script{stroke:#f1bb50}path.podlight{stroke:#8fb4ff}path.vendor{stroke:#7eedb7}
text.script{fill:#f1bb50}text.podlight{fill:#8fb4ff}text.vendor{fill:#7eedb7}}`

/** The picture, as SVG. */
export const picture = ({ visitors, hard, script }: Fleet): string => {
  const vendor = newCounts()
  for (const time of playRelay(HARD, createChance(1))) count(vendor, time)
  const rates = [0.1, 1, 10, 100, 1000]
  const grid = rates.map(
    (rate) =>
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${short(y(rate))}" y2="${short(y(rate))}" class="grid"/>` +
      text([PLOT.left - 10, y(rate) + 5], 'end', rate.toLocaleString('en-US')),
  )
  const hours = [0, 6, 12, 18, 24].map((hour) =>
    text([x(hour * HOUR), PLOT.bottom + 24], hour === 24 ? 'end' : 'middle', `${hour}:00`),
  )
  const title = `A hard day with ${visitors.toLocaleString('en-US')} visitors`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<title>${title}</title>
<style>${STYLE}
</style>
<rect width="${WIDTH}" height="${HEIGHT}" rx="12" class="ground"/>
${text([16, 32], 'title', title)}
${text([16, 57], 'start', 'Requests a second, busiest ten seconds of every five minutes')}
${band(INCIDENT, 'incident', true)}
${band(OUTAGE, 'outage')}
${band(LOOP, 'loop')}
${grid.join('\n')}
${hours.join('\n')}
<path class="script" d="${lineOf(script.hard)}"/>
<path class="podlight" d="${lineOf(hard)}"/>
<path class="vendor" d="${lineOf(vendor)}"/>
${text([x(0.3 * HOUR), y(37)], 'name script', 'A script, every 30 s')}
${text([x(0.3 * HOUR), y(0.5)], 'name podlight', 'Podlight, at the relay')}
${text([x(0.3 * HOUR), y(0.135)], 'name vendor', 'Podlight, at the vendor')}
</svg>
`
}
