import type { Timeline } from '../domain/history/model.ts'
import { extension } from '../text/en.ts'
import { dated, hoursOrNone, numberText } from '../text/spans.ts'
import { Folded } from './Folded.tsx'
import { monthBack, monthsBack, monthsKnown, place, sumsIn } from './historyState.ts'

const { month: words } = extension.history

const Table = ({ timeline }: { readonly timeline: Timeline }) => {
  const rows = Array.from({ length: monthsKnown.value }, (_, back) => {
    const range = monthBack(back)
    return { back, range, sums: sumsIn(timeline, range) }
  })
  const most = Math.max(1, ...rows.map(({ sums }) => sums.byKind.affected.total))
  return (
    <>
      <p class="small soft">{words.byMonthHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section class="scroll" aria-label={words.byMonth} tabIndex={0}>
        <table class="months">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <td />
              <th scope="col" class="number">
                {words.affected}
              </th>
              <th scope="col" class="number">
                {words.working}
              </th>
              <th scope="col" class="number">
                {words.incidents}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ back, range, sums }) => {
              const { total, working } = sums.byKind.affected
              return (
                <tr key={back} aria-current={back === monthsBack.value ? 'true' : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      class="plain"
                      onClick={() => {
                        monthsBack.value = back
                      }}
                    >
                      {dated(range.from, 'wholeMonth', place.value)}
                    </button>
                  </th>
                  <td>
                    <svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                      <rect class="all" width={(100 * total) / most} height="10" />
                      <rect class="working" width={(100 * working) / most} height="10" />
                    </svg>
                  </td>
                  <td class="number">{hoursOrNone(total, place.value)}</td>
                  <td class="number">{hoursOrNone(working, place.value)}</td>
                  <td class="number">{numberText(sums.incidents, place.value)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** All months against each other; each leads to its own numbers. */
export const Months = ({ timeline }: { readonly timeline: Timeline }) =>
  monthsKnown.value < 2 ? null : (
    <Folded summary={words.byMonth}>{() => <Table timeline={timeline} />}</Folded>
  )
