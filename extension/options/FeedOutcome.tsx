import { agent } from '../../shared/text/en.ts'
import { fill } from '../../shared/text/fill.ts'
import { aheadInSeconds } from '../../shared/text/time.ts'
import { clock } from '../domain/clock.ts'
import { connectionOf } from '../domain/connection.ts'
import { hostOf } from '../domain/vendorPages.ts'
import type { Tried } from '../messaging/protocol.ts'
import { extension } from '../text/en.ts'
import { lastAnswer, now, place, values } from '../ui/pageState.ts'

const { options } = extension

/** What a server sends to let pages and extensions of others read what it answers. */
const ALLOW_READING = 'Access-Control-Allow-Origin: *'

/** What came of an address that was entered: `silent` where the background said nothing about it. */
export type Attempt =
  | { readonly kind: 'none' | 'wrong' | 'trying' | 'silent' }
  | {
      readonly kind: 'tried'
      readonly address: string
      readonly tried: Exclude<Tried, { readonly kind: 'fine' }>
      /** When it is asked. */
      readonly due: number
    }

type RefusedAs = Exclude<Tried, { readonly kind: 'fine' | 'wait' }>

/** Taken unseen: when it is asked, and what came of it once it was. With no pod there is nobody to ask for yet. */
const Soon = ({ address, due }: { readonly address: string; readonly due: number }) => {
  const wait = due - Math.max(now.value, clock())
  if (due > 0 && wait <= 0) return <InUse feed={address} />
  return <p>{due > 0 ? fill(options.feedSoon, { in: aheadInSeconds(wait, place.value) }) : options.saved}</p>
}

/** What to do where the browser may not read an address: only who runs it can. */
const AskOperator = ({ host }: { readonly host: string }) => (
  <>
    <p>{fill(options.feedAskOperator, { host })}</p>
    <p>
      <code>{ALLOW_READING}</code>
    </p>
  </>
)

/** The address that is in use, and whether it can be reached. */
const InUse = ({ feed }: { readonly feed: string }) => {
  const host = hostOf(feed)
  const { news, trouble } = lastAnswer.value ?? {}
  const isUnreached = trouble === 'offline'
  const connection = connectionOf(values.value?.poll.heard?.live, Math.max(now.value, clock()))
  return (
    <>
      <p>{fill(options.feedUsed, { host })}</p>
      {!isUnreached && connection !== null && (
        <p>{connection === 'live' ? options.feedLive : options.feedAsking}</p>
      )}
      {news?.kind === 'relay' && (
        <p class="soft">{fill(options.feedVerdict, { host: new URL('.', feed).href })}</p>
      )}
      {isUnreached && (
        <div class="note stack">
          <p>{options.feedUnreached}</p>
          <AskOperator host={host} />
        </div>
      )}
    </>
  )
}

/** An address that was tried and cannot be used. */
const Refused = ({ address, tried }: { readonly address: string; readonly tried: RefusedAs }) => {
  const host = hostOf(address)
  switch (tried.kind) {
    case 'held':
      return <p>{fill(options.feedHeld, { host })}</p>
    case 'fails':
      return <p>{fill(options.feedFails, { text: agent.reasons[tried.reason] })}</p>
    case 'unreadable':
    case 'no-answer':
      return (
        <div class="note stack">
          <p>
            <strong>
              {fill(tried.kind === 'unreadable' ? options.feedUnreadable : options.feedNoAnswer, { host })}
            </strong>{' '}
            {options.feedKept}
          </p>
          <AskOperator host={host} />
        </div>
      )
  }
}

const Said = ({ attempt, feed }: Props) => {
  switch (attempt.kind) {
    case 'wrong':
      return <p>{options.feedWrong}</p>
    case 'trying':
      return <p>{options.feedTrying}</p>
    case 'silent':
      return <p>{options.noAnswer}</p>
    case 'tried':
      return attempt.tried.kind === 'wait' ? (
        <Soon address={attempt.address} due={attempt.due} />
      ) : (
        <Refused address={attempt.address} tried={attempt.tried} />
      )
    case 'none':
      return feed === null ? null : <InUse feed={feed} />
  }
}

interface Props {
  readonly attempt: Attempt
  /** The address in use, or null for the vendor's page. */
  readonly feed: string | null
}

/** Under the form: what came of an address, or which one is in use. It is there all the time, to be read aloud. */
export const FeedOutcome = (props: Props) => (
  <div
    role="status"
    class={props.attempt.kind === 'none' && props.feed === null ? 'hidden' : 'outcome small'}
  >
    <Said {...props} />
  </div>
)
