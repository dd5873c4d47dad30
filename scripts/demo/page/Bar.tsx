import { useSignal } from '@preact/signals'
import { clock } from './clock.ts'
import { heard } from './heard.ts'
import { type Incident, type Moment, momentOf, silenceOf } from './incident.ts'
import {
  goTo,
  incident,
  isPlaying,
  isSlowed,
  now,
  openingOf,
  PAST,
  pause,
  play,
  replay,
  SPEEDS,
  setSpeed,
  speed,
  stepBack,
  stepOn,
} from './play.ts'
import { verdictNow } from './verdictNow.ts'

const WORDS: Readonly<Record<Moment['kind'], string>> = {
  began: 'Trouble begins',
  complaint: 'First customer complains',
  post: 'First status update',
  update: 'Another update',
  fix: 'Monitoring a fix',
  ended: 'Trouble ends',
  resolved: 'Resolved',
}

const MINUTE = 60_000

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

/** "5 h 33 min" */
export const lengthOf = (ms: number): string => {
  if (ms < 60_000) return `${Math.ceil(ms / 1000)} s`
  const minutes = Math.round(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  return (
    [hours > 0 && `${hours} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(' ') ||
    '0 min'
  )
}

const Mark = ({ moment, place }: { moment: Moment; place: number }) => (
  <span class={`mark ${moment.kind}`} style={{ insetInlineStart: `${place}%` }} />
)

const Icon = ({ path }: { path: string }) => (
  <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
    <path d={path} />
  </svg>
)

const Controls = () => (
  <div class="row controls">
    <button type="button" onClick={() => void stepBack()} aria-label="Back to the moment before">
      <Icon path="M5 4v12M16 4 8 10l8 6Z" />
    </button>
    <button type="button" class="main" onClick={() => void (isPlaying.value ? pause() : play())}>
      {isPlaying.value ? 'Pause' : 'Play'}
    </button>
    <button type="button" onClick={() => void stepOn()} aria-label="On to the next moment">
      <Icon path="M15 4v12M4 4l8 6-8 6Z" />
    </button>
    <label class="row">
      <span class="soft">Speed</span>
      <select
        value={speed.value}
        onChange={({ currentTarget }) => void setSpeed(Number(currentTarget.value))}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={one}>
            {one === 1 ? 'real time' : `${one} ×`}
          </option>
        ))}
      </select>
    </label>
    {isSlowed.value && <span class="soft small">slower here</span>}
    <span class="time">{clock.format(now.value)} UTC</span>
  </div>
)

/** How soon the first update reached people, as it was measured here; empty where time leapt over it. */
const reached = (): string => {
  const { agent, customer } = heard.value
  const who = [
    agent !== null && `agents knew ${lengthOf(agent)} after that first update`,
    customer !== null && `customers ${lengthOf(customer)} after it`,
  ].filter(Boolean)
  return who.length > 0
    ? `With Podlight, ${who.join(', ')}.`
    : 'With Podlight, agents and customers are told what it means for them.'
}

/** What is going on, in a sentence. */
const story = (shown: Incident): string => {
  const [began = 0, post = 0, resolved = 0] = (['began', 'post', 'resolved'] as const).map((kind) =>
    momentOf(shown, kind),
  )
  const { value: verdict } = verdictNow
  if (now.value < began) return 'Everything works.'
  if (now.value < post)
    return 'Customers feel trouble, but the status page says nothing yet, so Podlight can’t know.'
  if (now.value >= resolved) return 'The status page says it’s resolved, and so does Podlight.'
  if (verdict !== null && 'told' in verdict && verdict.told.level === 'ok')
    return 'The status page reports trouble on other pods, so nobody on this one is bothered.'
  const isTheirs = verdict === null || !('told' in verdict) || verdict.told.isForCustomers
  return `${reached()}${isTheirs ? '' : ' Chat isn’t affected, so customers see nothing.'}`
}

const Story = ({ shown }: { shown: Incident }) => (
  <div class="row">
    <p role="status" class="soft">
      {story(shown)}
    </p>
    {now.value === openingOf(shown) && (
      <button
        type="button"
        class="plain"
        onClick={() => {
          void replay()
          // The button that was pressed goes away.
          document.querySelector<HTMLElement>('.controls .main')?.focus()
        }}
      >
        Play the {lengthOf(silenceOf(shown))} before it
      </button>
    )}
  </div>
)

/** The hand on the time bar. While somebody holds it, it does not run away from them. */
const Hand = ({ shown: { from, until } }: { shown: Incident }) => {
  const held = useSignal<number | null>(null)
  const at = held.value ?? now.value
  return (
    <input
      type="range"
      min={from}
      max={until}
      step={MINUTE}
      value={at}
      aria-label="Time of the incident"
      aria-valuetext={`${clock.format(at)} UTC`}
      onInput={({ currentTarget }) => {
        held.value = Number(currentTarget.value)
      }}
      onChange={({ currentTarget }) => {
        void goTo(Number(currentTarget.value))
        held.value = null
      }}
    />
  )
}

export const Bar = () => {
  const shown = incident.value
  if (shown === null) return null
  const { title, from, until, moments } = shown
  const placeOf = (at: number): number => (100 * (at - from)) / (until - from)
  const [began, post, resolved] = [
    momentOf(shown, 'began'),
    momentOf(shown, 'post'),
    momentOf(shown, 'resolved'),
  ]
  const band = (start: number | undefined, end: number | undefined) =>
    start === undefined || end === undefined
      ? {}
      : { insetInlineStart: `${placeOf(start)}%`, width: `${placeOf(end) - placeOf(start)}%` }
  return (
    <section class="bar card" aria-label="Time">
      <div class="row spread">
        <div>
          <p class="soft">
            {day.format(from)}: {title} (retold)
          </p>
          <p class="lead">
            Customers felt trouble for <b>{lengthOf(silenceOf(shown))}</b> before the status page said
            anything.
          </p>
        </div>
        <Controls />
      </div>
      <Story shown={shown} />
      <div class="track">
        <span class="band silent" style={band(began, post)} />
        <span class="band told" style={band(post, resolved)} />
        {moments.map((moment) => (
          <Mark key={`${moment.kind}${moment.at}`} moment={moment} place={placeOf(moment.at)} />
        ))}
        <Hand shown={shown} />
      </div>
      <ol class="moments">
        {moments
          .filter(({ kind }) => kind !== 'update')
          .map(({ kind, at }) => (
            <li key={kind} class={now.value >= at ? 'past' : ''}>
              <button type="button" class="plain" onClick={() => void goTo(at + PAST)}>
                <span class={`dot ${kind}`} />
                <time>{clock.format(at)}</time> {WORDS[kind]}
              </button>
            </li>
          ))}
      </ol>
    </section>
  )
}
