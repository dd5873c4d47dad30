import { type Signal, useSignal } from '@preact/signals'
import { DAY } from '../../shared/model/limits.ts'
import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { moment } from '../../shared/text/time.ts'
import { hostsOf } from '../domain/evidence/origins.ts'
import { EVIDENCE, SHADOW, type Watch } from '../domain/evidence/watch.ts'
import { isLocked, isSetBy } from '../domain/policy/policy.ts'
import type { Settings } from '../domain/settings.ts'
import { organisationOf } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'
import { Lockable } from '../ui/Lockable.tsx'
import { now, place, policy, request } from '../ui/pageState.ts'
import { askToWatch, stopWatching, useIsAllowed } from '../ui/watchLeave.ts'
import { Signs } from './Signs.tsx'
import { TextField } from './TextField.tsx'

const { evidence } = extension
const { options: words } = evidence
const { notSaved } = extension.options

interface EvidenceProps {
  readonly settings: Settings
  readonly watch: Watch
}

/** The name of an organization, however much of its address was typed; null where it can be none. */
const typed = (text: string): string | null => {
  const name = text.trim().toLowerCase()
  const host = name.replace(/^https?:\/\//, '').replace(/[/:].*/, '')
  return organisationOf(host) ?? (/^[a-z\d-]{1,63}$/.test(name) ? name : null)
}

/** What the section answered last. It outlives the part that was asked. */
interface Saying {
  readonly said: Signal<string>
}

const TITLE = 'evidence-title'

/** Where the keyboard goes when the button that was pressed goes away. */
const toTitle = (): void => {
  requestAnimationFrame(() => document.getElementById(TITLE)?.focus())
}

const Stop = ({ said }: Saying) => {
  const stop = async (): Promise<void> => {
    const reply = await stopWatching()
    said.value = reply?.stored ? words.stopped : notSaved
    if (reply?.stored) toTitle()
  }
  return (
    <button type="button" onClick={() => void stop()}>
      {words.back}
    </button>
  )
}

/** Asks whose requests may be watched. */
const Ask = ({ watch, said }: Pick<EvidenceProps, 'watch'> & Saying) => {
  const { organisations } = policy.value
  const known = watch.organisation ?? (organisations.size === 1 ? [...organisations.keys()][0] : '')
  const text = useSignal(known ?? '')
  /** What was typed when it was sent, and can't be a name. */
  const wrong = useSignal<string | null>(null)
  const isWrong = wrong.value === text.value
  const ask = (event: Event): void => {
    event.preventDefault()
    const organisation = typed(text.value)
    said.value = ''
    wrong.value = organisation === null ? text.value : null
    if (organisation === null) return
    void askToWatch(organisation).then((isAllowed) => {
      if (!isAllowed) said.value = evidence.refused
    })
  }
  return (
    <form class="field" onSubmit={ask}>
      <TextField
        id="organisation"
        label={words.organisation}
        hint={isWrong ? words.wrong : words.hint}
        isWrong={isWrong}
        text={text}
      />
      <p class="small soft">{evidence.question}</p>
      <div class="button-row">
        <button type="submit">{evidence.allow}</button>
        {watch.organisation !== null && <Stop said={said} />}
      </div>
    </form>
  )
}

/** How long the trial goes on, and what Podlight would have said in it. */
const Trial = ({ watch, left }: { readonly watch: Watch; readonly left: number }) => {
  const count = watch.signs.length
  const times = [words.never, words.once, words.twice][count] ?? fill(words.more, { count: `${count}` })
  return (
    <>
      {left > 0 && (
        <p>{fill(words.shadow, { text: plural(words.left, Math.ceil(left / DAY), place.value) })}</p>
      )}
      <p>
        <strong>{fill(words.would, { count: times })}</strong>
      </p>
      {left <= 0 && (
        <>
          <p>{words.ready}</p>
          <div class="button-row">
            <button type="button" class="main" onClick={() => void changeSettings({ evidence: 'on' })}>
              {words.speak}
            </button>
          </div>
        </>
      )}
    </>
  )
}

/** What Podlight does once it may speak. */
const Choices = ({ settings }: Pick<EvidenceProps, 'settings'>) => (
  <div role="radiogroup" aria-label={words.how}>
    {EVIDENCE.filter((one) => one !== 'off').map((one) => (
      <label key={one} class="choice">
        <input
          type="radio"
          name="evidence"
          checked={settings.evidence === one}
          onChange={() => void changeSettings({ evidence: one })}
        />
        {words.choices[one]}
      </label>
    ))}
  </div>
)

const Watching = ({ settings, watch, said }: EvidenceProps & Saying) => {
  const [host] = hostsOf(watch.organisation ?? '')
  const { since, mutedUntil } = watch
  const isTrial = settings.evidence === 'shadow'
  const hearAgain = (): void => {
    void request({ type: 'page-bg:watch-mute', on: false }).then((reply) => {
      if (reply?.stored) toTitle()
    })
  }
  return (
    <>
      <p>
        {since === null
          ? fill(words.waiting, { host })
          : fill(words.watching, { host, time: moment(since, place.value) })}
      </p>
      <Lockable setting="evidence">
        {isTrial && since !== null && <Trial watch={watch} left={since + SHADOW - now.value} />}
        {!isTrial && <Choices settings={settings} />}
      </Lockable>
      {mutedUntil > now.value && (
        <div class="row small">
          <p>{fill(evidence.mutedUntil, { time: moment(mutedUntil, place.value) })}</p>
          <button type="button" onClick={hearAgain}>
            {evidence.undo}
          </button>
        </div>
      )}
      <Signs signs={watch.signs} />
      <div class="button-row">
        <Stop said={said} />
      </div>
    </>
  )
}

/** Watching this browser's own requests: off until it is asked for, silent at first, and taken back by one click. */
export const Evidence = (props: EvidenceProps) => {
  const { settings, watch } = props
  const isAllowed = useIsAllowed(watch.organisation)
  const said = useSignal('')
  const isOff = settings.evidence === 'off'
  // Nothing is drawn until the browser has said what is allowed.
  const isAsked = isOff || isAllowed === false
  const isRuledOut = isOff && isLocked(policy.value, 'evidence')
  // It may have been allowed elsewhere since then.
  const answer = isOff || !isAllowed || said.value === notSaved ? said.value : ''
  return (
    <section class="card block" id="evidence">
      <h2 id={TITLE} tabIndex={-1}>
        {evidence.title}
      </h2>
      <p>{evidence.offer}</p>
      {isOff && isSetBy(policy.value, 'evidence') && <Lockable setting="evidence">{null}</Lockable>}
      {!isOff && isAllowed === false && <p class="note small">{words.missing}</p>}
      {isAsked && !isRuledOut && <Ask watch={watch} said={said} />}
      {isRuledOut && watch.organisation !== null && (
        <div class="button-row">
          <Stop said={said} />
        </div>
      )}
      {!isOff && isAllowed && <Watching {...props} said={said} />}
      <p role="status" class={answer === '' ? 'hidden' : 'small'}>
        {answer}
      </p>
      <details>
        <summary class="small">{words.sees}</summary>
        <div class="stack small">
          <p>{words.seesText}</p>
          <p>{words.blind}</p>
        </div>
      </details>
    </section>
  )
}
