import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { fill } from '../../shared/text/fill.ts'
import type { Lane, Mark } from '../domain/history/lanes.ts'
import type { Interval } from '../domain/history/model.ts'
import { withThinTogether } from '../domain/history/thinMarks.ts'
import { extension } from '../text/en.ts'
import { dates } from '../text/spans.ts'
import { describedMark, featureName } from './describe.ts'
import { place, showOnly } from './historyState.ts'
import { MarkDetails } from './MarkDetails.tsx'
import { Bars, boxOf, Ground, geometryOf, THINNEST } from './Picture.tsx'
import { useWidth } from './useWidth.ts'

const { picture: words } = extension.history

/** How far beside a thin bar still counts as on it, in pixels. */
const NEAR = 8

interface LanePictureProps {
  readonly name: string
  readonly range: Interval
  readonly lanes: readonly Lane[]
  readonly gaps: readonly Interval[]
  readonly titles: ReadonlyMap<string, string>
  readonly isNow: boolean
  readonly noticed: readonly number[]
}

interface Position {
  readonly lane: number
  readonly mark: Mark
}

/** Whether a bar is the chosen one or has it in it: each reading of the history makes new bars, and each width joins others. */
const isSame = (one: Mark, other: Mark | undefined): boolean =>
  one.capability === other?.capability &&
  one.from <= other.from &&
  one.to > other.from &&
  one.effect === other.effect &&
  one.certainty === other.certainty

/** Where the arrow keys lead: along a lane, or to what is nearest in another one. */
const moved = (lanes: readonly Lane[], { lane, mark }: Position, key: string): Position | null => {
  const marks = lanes[lane]?.marks ?? []
  const at = marks.indexOf(mark)
  const along = (index: number): Position | null => {
    const next = marks[index]
    return next === undefined ? null : { lane, mark: next }
  }
  if (key === 'ArrowRight') return along(at + 1)
  if (key === 'ArrowLeft') return along(at - 1)
  if (key === 'Home') return along(0)
  if (key === 'End') return along(marks.length - 1)
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  for (let next = lane + step; step !== 0 && next >= 0 && next < lanes.length; next += step) {
    const [nearest] = (lanes[next]?.marks ?? []).toSorted(
      (one, other) => Math.abs(one.from - mark.from) - Math.abs(other.from - mark.from),
    )
    if (nearest !== undefined) return { lane: next, mark: nearest }
  }
  return null
}

/** The picture, to be pointed at, tapped, or gone through by keys: each tells the same. */
export const LanePicture = (props: LanePictureProps) => {
  const { name, range, gaps, titles, isNow, noticed } = props
  const { element, width } = useWidth<HTMLDivElement>()
  const hovered = useSignal<Position | number | null>(null)
  const chosen = useSignal<Position | null>(null)
  const geometry = geometryOf(width, props.lanes.length, range)
  const thinnest = geometry.timeAt(THINNEST) - geometry.timeAt(0)
  const lanes = useMemo(
    () => props.lanes.map((lane) => ({ ...lane, marks: withThinTogether(lane.marks, thinnest) })),
    [props.lanes, thinnest],
  )
  const positions = lanes.flatMap(({ marks }, lane) => marks.map((mark) => ({ lane, mark })))
  // After another period was chosen, what was chosen before may be gone.
  const kept = positions.find(({ mark }) => isSame(mark, chosen.value?.mark)) ?? null
  const pointed = typeof hovered.value === 'object' ? hovered.value : null
  const there = positions.find(({ mark }) => isSame(mark, pointed?.mark)) ?? null
  const shown = there ?? (typeof hovered.value === 'number' ? null : kept)
  const indices = new Map(positions.map(({ mark }, index) => [mark, index]))
  // Kept from one drawing to the next: there may be many, and a moving pointer changes none.
  const labels = useMemo(
    () =>
      new Map(
        lanes.flatMap(({ marks }) => marks.map((mark) => [mark, describedMark(mark, titles, place.value)])),
      ),
    [lanes, titles],
  )
  const idOf = (mark: Mark): string => `${name}-${indices.get(mark)}`

  /** What is under the pointer: a bar, or else a moment. */
  const under = (event: MouseEvent): Position | number | null => {
    const { left, top } = (event.currentTarget as Element).getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    const lane = Math.floor(y / geometry.laneHeight)
    const distances = (lanes[lane]?.marks ?? []).map((mark) => {
      const box = boxOf(mark, lane, geometry)
      return { mark, distance: Math.max(box.x - x, x - box.x - box.width, 0) }
    })
    const [nearest] = distances.sort((one, other) => one.distance - other.distance)
    if (nearest !== undefined && nearest.distance <= NEAR) return { lane, mark: nearest.mark }
    const at = geometry.timeAt(x)
    return lane < lanes.length && x > geometry.left && at <= place.value.now ? at : null
  }
  const press = (event: KeyboardEvent): void => {
    const [first] = positions
    if (event.key === 'Enter' && kept) showOnly({ day: kept.mark.from })
    else {
      const next = kept === null ? first : moved(lanes, kept, event.key)
      if (!/^(Arrow|Home|End)/.test(event.key) || !next) return
      chosen.value = next
    }
    hovered.value = null
    event.preventDefault()
  }
  const hasMarks = positions.length > 0
  const size = {
    width: geometry.width,
    height: geometry.height,
    viewBox: `0 0 ${geometry.width} ${geometry.height}`,
  }
  const label = hasMarks
    ? fill(words.label, { range: dates(range.from, range.to, place.value) })
    : words.nothing
  const roles = hasMarks
    ? ({
        role: 'listbox',
        tabIndex: 0,
        'aria-activedescendant': kept ? idOf(kept.mark) : undefined,
      } as const)
    : ({ role: 'img' } as const)
  const optionOf = (mark: Mark) =>
    ({
      id: idOf(mark),
      role: 'option',
      'aria-selected': mark === kept?.mark,
      // Bars are drawn by what counts, and read by time.
      'aria-posinset': (indices.get(mark) ?? 0) + 1,
      'aria-setsize': positions.length,
      'aria-label': labels.get(mark) ?? '',
    }) as const
  const handlers = {
    onKeyDown: press,
    onFocus: () => {
      chosen.value = kept ?? positions[0] ?? null
    },
    onPointerMove: (event: PointerEvent) => {
      hovered.value = under(event)
    },
    onPointerLeave: () => {
      hovered.value = null
    },
    onClick: (event: MouseEvent) => {
      const found = under(event)
      chosen.value = typeof found === 'object' ? found : null
    },
  }
  return (
    <div class="lanes" ref={element}>
      {width > 0 && (
        <div class="layers">
          <svg class="picture" {...size} aria-hidden="true">
            <Ground
              range={range}
              lanes={lanes}
              gaps={gaps}
              place={place.value}
              geometry={geometry}
              isNow={isNow}
              noticed={noticed}
            />
          </svg>
          <svg class="picture" aria-label={label} {...size} {...roles} {...handlers}>
            {lanes.map((lane, at) => (
              <g
                key={lane.capability}
                {...(lane.marks.length > 0 && {
                  role: 'group',
                  'aria-label': featureName(lane.capability, place.value),
                })}
              >
                <Bars lane={lane} at={at} geometry={geometry} optionOf={optionOf} />
              </g>
            ))}
            {shown && <rect class="selected" rx={4} {...grown(boxOf(shown.mark, shown.lane, geometry))} />}
          </svg>
        </div>
      )}
      <MarkDetails
        mark={shown?.mark ?? null}
        moment={typeof hovered.value === 'number' ? hovered.value : null}
        gaps={gaps}
        titles={titles}
        hasMarks={hasMarks}
      />
    </div>
  )
}

const grown = ({ x, y, width, height }: ReturnType<typeof boxOf>) => ({
  x: x - 2,
  y: y - 2,
  width: width + 4,
  height: height + 4,
})
