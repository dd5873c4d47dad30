import type { ComponentChildren } from 'preact'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import { podName } from '../../shared/text/agentVoice.ts'
import { capabilityList } from '../../shared/text/capability.ts'
import { agent } from '../../shared/text/en.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { nextUpdate } from '../../shared/text/news.ts'
import { summary } from '../../shared/text/summary.ts'
import { ago, epochOf } from '../../shared/text/time.ts'
import { upcoming } from '../../shared/text/upcoming.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { type Past, pastFor } from '../domain/past.ts'
import type { PodView } from '../domain/podView.ts'
import type { Settings } from '../domain/settings.ts'
import { hostOf } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { pastText } from '../text/past.ts'
import { Impacts } from './Impacts.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import { Reports } from './Reports.tsx'
import { StillWorking } from './StillWorking.tsx'
import { TellBack } from './TellBack.tsx'

const { popup, levels } = extension

/** Everything a panel shows: one pod, and what it was judged from. */
export interface PanelProps {
  readonly pod: PodView
  readonly snapshot: Snapshot | null
  readonly settings: Settings
  /** Why the last request brought nothing. */
  readonly failure: Reason | null
  readonly muted: ReadonlySet<string>
  readonly place: Place
  /** The address that answered. */
  readonly source: string | null
  /** What ended on this pod in the last day, latest first. */
  readonly past: readonly Past[]
  /** Whether the user asked to be told when it is back; null in an example, where nothing can be asked for. */
  readonly isAwaited: boolean | null
  /** What stands beside the pod's own state. */
  readonly children?: ComponentChildren
}

/** The popup has room for so many that are over. */
const MOST = 2

const isCalm = ({ level }: Judgement): boolean =>
  level === 'ok' || level === 'notice' || level === 'maintenance'

/** Whether there is something that it could come back from. */
const isAway = ({ level, impacts }: Judgement): boolean =>
  level === 'unknown' ? impacts.length > 0 : level !== 'ok' && level !== 'notice'

const Times = ({ pod, failure, place, settings, source }: PanelProps) => {
  const { asOf, level, reason } = pod.mine
  const at = epochOf(asOf)
  if (at === null) return <p class="times small soft">{popup.neverChecked}</p>
  const age = Math.max(0, place.now - at)
  // What was asked since and brought nothing is no check; that a pod is not listed is an answer.
  const isOld = failure !== null || (level === 'unknown' && reason !== 'not-listed')
  const [now, before] = isOld ? [popup.lastAnswerNow, popup.lastAnswer] : [popup.checkedNow, popup.checked]
  return (
    <p class="times small soft">
      {failure !== null && failure !== reason && `${fill(popup.failed, { reason: agent.reasons[failure] })} `}
      {age < 60_000 ? now : fill(before, { ago: ago(age, place) })}
      {settings.feed === null || source === null ? '' : ` ${fill(popup.source, { host: hostOf(source) })}`}
    </p>
  )
}

/** One pod: what it means for the agent who watches it. */
export const Panel = (props: PanelProps) => {
  const { pod, settings, place, snapshot, isAwaited } = props
  const { mine, all } = pod
  const voice = voiceOf(place, pod.pod)
  const due = nextUpdate(mine.nextUpdate, voice)
  const own = new Set(mine.impacts.map(({ capability }) => capability))
  const left = all.impacts.map(({ capability }) => capability).filter((capability) => !own.has(capability))
  const isFine = mine.level === 'ok' && left.length > 0
  // While something is wrong, that comes first.
  const over = isCalm(mine)
    ? pastFor(props.past, pod.pod, settings.ignored ?? [], place.now).slice(0, MOST)
    : []
  const isListed = mine.reason !== 'not-listed'
  return (
    <article class="panel">
      <header class={`head is-${mine.level}`}>
        <img src={`/icons/${mine.level}.svg`} alt="" />
        <h1 tabIndex={-1}>{podName(mine, voice)}</h1>
        <p class="level">{isFine ? extension.fine : levels[mine.level]}</p>
        <div class="said">
          {/* Where all is well, the level says it already to those who see. */}
          <p class={mine.level === 'ok' ? 'hidden' : ''} role="status">
            {isFine
              ? fill(extension.notYours, { pod: podName(mine, voice) })
              : summary(mine, voice, undefined, true)}
          </p>
          {due && <p>{due}</p>}
          {over.map((one) => (
            <p key={`${one.incident} ${one.since}`}>{pastText(one, voice)}</p>
          ))}
        </div>
        {(pod.isMuted || pod.unmuted.level !== mine.level) && <p class="times small">{popup.muted}</p>}
        <Times {...props} />
        {mine.level === 'ok' && !isFine && isAwaited !== null && <p class="times small soft">{popup.late}</p>}
        {isAwaited !== null && (isAwaited || (isListed && isAway(mine))) && (
          <TellBack pod={pod.pod} isAwaited={isAwaited} />
        )}
      </header>
      {props.children}
      {left.length > 0 && (
        <p class="part small soft">{fill(popup.elsewhere, { what: capabilityList(left, agent, place) })}</p>
      )}
      <ReplyBox pod={pod} settings={settings} place={place} canCopy={isAwaited !== null} />
      <Impacts judgement={mine} voice={voice} />
      <StillWorking judgement={mine} settings={settings} words={agent} place={place} />
      {snapshot && (
        <Reports
          judgement={mine}
          snapshot={snapshot}
          muted={props.muted}
          place={place}
          canMute={isAwaited !== null}
        />
      )}
      {mine.upcoming.length > 0 && (
        <section class="part">
          <h2>{popup.upcoming}</h2>
          <ul class="others">
            {mine.upcoming.map((work) => (
              <li key={work.incident}>{upcoming(work, mine, voice)}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
