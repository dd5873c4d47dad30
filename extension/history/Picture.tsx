import type { SVGAttributes } from 'preact'
import { DAY } from '../../shared/model/limits.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { type Lane, type Mark, ticksOf } from '../domain/history/lanes.ts'
import type { Interval } from '../domain/history/model.ts'
import { KINDS } from '../domain/history/pieces.ts'
import { type Shade, shadesOf } from '../domain/history/shades.ts'
import { extension } from '../text/en.ts'
import { dated } from '../text/spans.ts'
import { featureName } from './describe.ts'

const { picture: words } = extension.history

/** Narrower than this, a lane's name stands above it. */
const NARROW = 560
const NAMES = 200
const BAR = 18
const AXIS = 24
/** Shorter than this, nobody would see it. */
export const THINNEST = 3
/** Gaps are shaded by columns of this width: over a year, a night is thinner than a line. */
const COLUMN = 3
/** Room that a tick's text needs. */
const TEXT = 44

export interface Geometry {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly laneHeight: number
  readonly xOf: (at: number) => number
  readonly timeAt: (x: number) => number
}

export const geometryOf = (width: number, lanes: number, { from, to }: Interval): Geometry => {
  const isNarrow = width < NARROW
  const left = isNarrow ? 0 : NAMES
  const laneHeight = isNarrow ? 44 : 28
  const plot = Math.max(1, width - left)
  return {
    width,
    height: lanes * laneHeight + AXIS,
    left,
    laneHeight,
    xOf: (at) => left + ((at - from) / (to - from)) * plot,
    timeAt: (x) => from + ((x - left) / plot) * (to - from),
  }
}

const barTop = ({ laneHeight }: Geometry, lane: number): number =>
  (lane + 1) * laneHeight - BAR - (laneHeight > 40 ? 4 : 5)

/** Where a mark's rectangle stands. */
export const boxOf = (mark: Interval, lane: number, geometry: Geometry) => {
  const x = geometry.xOf(mark.from)
  const width = Math.max(THINNEST, geometry.xOf(mark.to) - x)
  // At the right edge a thin one would stand outside.
  return { x: Math.min(x, geometry.width - width), y: barTop(geometry, lane), width, height: BAR }
}

const Shades = ({ shades, geometry }: { readonly shades: readonly Shade[]; readonly geometry: Geometry }) =>
  shades.map(({ from, to, share }) => (
    <rect
      key={from}
      fill="url(#unwatched)"
      fill-opacity={share}
      x={geometry.xOf(from)}
      width={geometry.xOf(to) - geometry.xOf(from)}
      y={0}
      height={geometry.height - AXIS}
    />
  ))

const Axis = ({ range, geometry, place, isNow }: GroundProps) => {
  const ticks = ticksOf(range, place.timeZone)
  const isWeek = range.to - range.from < 8 * DAY
  const room = (geometry.width - geometry.left) / Math.max(1, ticks.length)
  const step = Math.ceil(TEXT / room)
  const bottom = geometry.height - AXIS
  // At the right edge stands "Now".
  const last = geometry.width - (isNow ? 2 * TEXT : TEXT)
  return ticks.map(({ at, unit }, index) => {
    const x = geometry.xOf(at)
    const isNamed = index % step === 0 && x < last
    return (
      <g key={at}>
        <line class="tick" x1={x} x2={x} y1={0} y2={bottom + (isNamed ? 6 : 0)} />
        {isNamed && (
          <text class="axis" x={x + 4} y={bottom + 18}>
            {dated(at, unit === 'day' && isWeek ? 'weekday' : unit, place)}
          </text>
        )}
      </g>
    )
  })
}

/** When this browser noticed what the page told later: no bar, as it is no time that counts. */
const Noticed = ({ noticed = [], geometry }: Pick<GroundProps, 'noticed' | 'geometry'>) =>
  noticed.map((at) => (
    <g key={at} class="noticed">
      <line x1={geometry.xOf(at)} x2={geometry.xOf(at)} y1={0} y2={geometry.height - AXIS} />
      <circle cx={geometry.xOf(at)} cy={5} r={4} />
    </g>
  ))

interface GroundProps {
  readonly range: Interval
  readonly lanes: readonly Lane[]
  readonly gaps: readonly Interval[]
  readonly place: Place
  readonly geometry: Geometry
  /** Whether its right edge is now. */
  readonly isNow: boolean
  readonly noticed?: readonly number[]
}

/** What the bars stand on: the names of the lanes, the axis, and when nobody watched. */
export const Ground = (props: GroundProps) => {
  const { range, lanes, gaps, place, geometry, isNow } = props
  const { width, height, left, laneHeight } = geometry
  const columns = Math.max(1, Math.round((width - left) / COLUMN))
  return (
    <>
      <Shades shades={shadesOf(gaps, range, columns)} geometry={geometry} />
      <Axis {...props} />
      {lanes.map(({ capability }, lane) => {
        const bottom = (lane + 1) * laneHeight
        return (
          <g key={capability}>
            <text x={0} y={left === 0 ? bottom - 28 : bottom - 9}>
              {featureName(capability, place)}
            </text>
            <line class="rule" x1={left} x2={width} y1={bottom - 0.5} y2={bottom - 0.5} />
          </g>
        )
      })}
      <Noticed {...props} />
      {isNow && (
        <>
          <line class="now" x1={width - 1} x2={width - 1} y1={0} y2={height - AXIS + 6} />
          <text class="axis end" x={width} y={height - AXIS + 18}>
            {words.now}
          </text>
        </>
      )}
    </>
  )
}

interface BarsProps {
  readonly lane: Lane
  /** Where the lane stands. */
  readonly at: number
  readonly geometry: Geometry
  /** What makes a bar one that can be chosen. */
  readonly optionOf?: (mark: Mark) => SVGAttributes<SVGRectElement>
}

/** The bars of one lane. */
export const Bars = ({ lane, at, geometry, optionOf }: BarsProps) =>
  // What counts first is drawn last, and so on top.
  lane.marks
    .toSorted((one, other) => KINDS.indexOf(other.kind) - KINDS.indexOf(one.kind))
    .map((mark) => (
      <rect
        key={`${mark.from} ${mark.effect} ${mark.certainty}`}
        class={`mark is-${mark.effect}${mark.certainty === 'possible' ? ' guess' : ''}`}
        fill={mark.certainty === 'possible' ? undefined : `url(#${mark.effect})`}
        rx={3}
        {...boxOf(mark, at, geometry)}
        {...optionOf?.(mark)}
      />
    ))
