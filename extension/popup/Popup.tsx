import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { mostUrgentPod } from '../domain/mostUrgentPod.ts'
import type { PodView } from '../domain/podView.ts'
import { extension } from '../text/en.ts'
import { Notices } from '../ui/Notices.tsx'
import { Panel } from '../ui/Panel.tsx'
import { lastAnswer, place, values, view } from '../ui/pageState.ts'
import { FindPod } from './FindPod.tsx'
import { Foot } from './Foot.tsx'
import { NoticedNow } from './NoticedNow.tsx'
import { OtherPods } from './OtherPods.tsx'
import { podUnder, ThisSite } from './ThisSite.tsx'
import { WatchOffer } from './WatchOffer.tsx'

const { setup } = extension

const Unset = () => (
  <section class="part stack">
    <h1>{setup.title}</h1>
    <p>{setup.unset}</p>
    <a
      class={podUnder.value === null ? 'button main' : 'button'}
      href="/welcome.html"
      target="_blank"
      rel="noreferrer"
    >
      {setup.open}
    </a>
  </section>
)

/** Of pods that are equally urgent, the one of the site under the popup is shown. */
const siteFirst = (pods: readonly PodView[]): readonly PodView[] =>
  pods.toSorted((one, other) => Number(other.pod === podUnder.value) - Number(one.pod === podUnder.value))

export const Popup = () => {
  const chosen = useSignal<string | null>(null)
  const first = useRef<string | null>(null)
  if (values.value === null || view.value === null) return null
  const { settings, alerts, poll, past } = values.value
  const { pods, failure, muted } = view.value
  // The pod that was worst when the popup opened stays in it: it must not change under somebody's hands.
  first.current ??= mostUrgentPod(siteFirst(pods))?.pod ?? null
  const shown = chosen.value ?? first.current
  const pod = pods.find((one) => one.pod === shown) ?? mostUrgentPod(pods)
  const news = lastAnswer.value?.news
  return (
    <main>
      <Notices />
      <ThisSite />
      {pod === undefined ? (
        <Unset />
      ) : (
        <Panel
          key={pod.pod}
          pod={pod}
          snapshot={news?.kind === 'page' ? news.snapshot : null}
          settings={settings}
          failure={failure}
          muted={muted}
          past={past}
          place={place.value}
          source={poll.heard?.host ?? null}
          isAwaited={alerts.awaited[pod.pod] !== undefined}
        >
          <NoticedNow view={pod} />
          {pod.mine.level === 'ok' && <WatchOffer />}
        </Panel>
      )}
      <OtherPods
        pods={pods.filter((one) => one !== pod)}
        onChoose={(name) => {
          chosen.value = name
          // The button that was pressed goes away.
          requestAnimationFrame(() => document.querySelector('h1')?.focus())
        }}
      />
      {pod === undefined && podUnder.value === null && <FindPod />}
      <Foot pod={pod?.pod ?? null} />
    </main>
  )
}
