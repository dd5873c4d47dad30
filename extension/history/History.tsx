import { podName as nameOf } from '../../shared/text/agentVoice.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { extension } from '../text/en.ts'
import { Notices } from '../ui/Notices.tsx'
import { lastReply } from '../ui/pageState.ts'
import { About } from './About.tsx'
import { chosenPod, failure, isWhole, place, pod, pods, timeline } from './historyState.ts'
import { Month } from './Month.tsx'
import { Patterns } from './Patterns.tsx'
import { PictureCard } from './PictureCard.tsx'
import { PrintedMonth } from './PrintedMonth.tsx'
import { Reports } from './Reports.tsx'
import { Share } from './Share.tsx'

const { history: words, popup, setup } = extension

const PodTabs = ({ names }: { readonly names: readonly string[] }) => (
  <div class="lengths" role="radiogroup" aria-label={words.pod}>
    {names.map((name) => (
      <label key={name}>
        <input
          type="radio"
          name="pod"
          checked={name === pod.value}
          onChange={() => {
            chosenPod.value = name
          }}
        />
        {nameOf({ pod: name }, voiceOf(place.value, name))}
      </label>
    ))}
  </div>
)

const Unset = () => (
  <section class="card block stack">
    <p>{setup.unset}</p>
    <a class="button main" href="/welcome.html">
      {setup.open}
    </a>
  </section>
)

/** What happened on one's pods, and what it cost. */
export const History = () => {
  const name = pod.value
  const podName = name === null ? '' : nameOf({ pod: name }, voiceOf(place.value, name))
  return (
    <>
      <Patterns />
      <main class="page wide">
        <header class="brand">
          <img src="/icons/podlight.svg" alt="" />
          <div>
            <h1>{words.title}</h1>
            <p class="soft">{words.lead}</p>
          </div>
        </header>
        <Notices />
        {failure.value === 'newer' ? (
          <p class="note is-unknown">{words.about.newerAll}</p>
        ) : failure.value === 'unreadable' ? (
          // The background may have told it already.
          !lastReply.value?.losses.noHistory && <p class="note is-unknown">{popup.noHistory}</p>
        ) : name === null || timeline.value === null ? (
          <Unset />
        ) : (
          <>
            {pods.value.length > 1 ? <PodTabs names={pods.value} /> : <p class="label">{podName}</p>}
            <PictureCard timeline={timeline.value} />
            <Month timeline={timeline.value} />
            <Reports key={name} />
            <Share timeline={timeline.value} podName={podName} />
            <About podName={podName} />
          </>
        )}
      </main>
      {isWhole.value && timeline.value !== null && name !== null && (
        <PrintedMonth timeline={timeline.value} podName={podName} />
      )}
    </>
  )
}
