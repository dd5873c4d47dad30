import type { Kind, Sign } from '../../shared/evidence/sign.ts'
import { MINUTE } from '../../shared/model/limits.ts'
import { joined } from '../../shared/text/agentVoice.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { agoInSeconds, length } from '../../shared/text/time.ts'

/** What is said of this browser's own requests: what was seen and no more, and never a cause as if it were known. */
export const evidence = {
  title: 'Is it me or Kustomer?',
  offer:
    'Podlight can watch whether your own requests succeed. It sees only addresses and status codes of requests to your company’s Kustomer, never contents, and sends nothing.',
  question:
    'Your browser will ask whether Podlight may “read and change” data there, as it has no smaller question. Podlight reads no page and changes nothing.',
  allow: 'Allow',
  refused: 'That’s fine, nothing is watched. You can still allow it under Options.',
  /** After it was allowed. */
  begun:
    'Allowed. Podlight begins with the first request it sees. Chrome and Edge show it none until they’re restarted.',
  trial: 'For {length} it only notes under Options what it would have told you.',

  /** {count} of {what} requests went badly. */
  failing: 'Your own requests to the agent app are failing: {count} of {what} in the last {length}.',
  slow: 'Your own requests to the agent app are much slower than usual: {count} of {what} in the last {length}.',
  unreachable:
    'Your browser can’t reach Kustomer: {count} of {what} attempts in {length}; its status page answers. The cause may be your network or VPN.',
  /** Something that is done seldom: {count} is a word, and {text} how many were tried. */
  allRefused: 'Your last {count} {what} were refused.',
  someRefused: '{count} of your last {text} {what} were refused.',
  /** The same to whoever reads of it later. */
  noted: {
    failing: 'Requests to the agent app failed: {count} of {what} within {length}.',
    slow: 'Requests to the agent app were much slower than usual: {count} of {what} within {length}.',
    unreachable: 'Kustomer couldn’t be reached: {count} of {what} attempts within {length}.',
    refused: '{count} of {text} {what} were refused.',
  },
  actions: { attachments: 'attachments', sending: 'messages', login: 'attempts to sign in' },
  numbers: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  quiet: 'Kustomer’s page answers and says nothing yet (asked {ago}).',
  confirms: 'Kustomer confirms. You noticed {length} earlier.',
  confirmed: 'Kustomer confirmed it. You noticed {length} earlier.',
  titles: {
    failing: 'Your own requests are failing',
    slow: 'Your own requests are slow',
    unreachable: 'Your browser can’t reach Kustomer',
  },

  copy: 'Copy for IT or Kustomer',
  noProblem: 'Not a problem',
  mutedUntil: 'Podlight stays silent about your requests until {time}.',
  undo: 'Undo',

  options: {
    organisation: 'Your organization',
    hint: 'As in its address: acme in acme.kustomerapp.com.',
    wrong: 'That isn’t an organization, such as acme in acme.kustomerapp.com.',
    missing: 'Your browser hasn’t allowed it yet, so nothing is watched.',
    waiting:
      'Allowed for {host}, but no request has been seen yet. Chrome and Edge show Podlight requests only after they’re restarted.',
    watching: 'Watching your requests to {host} since {time}.',
    shadow: 'At first Podlight only notes here what it would have told you. {text}',
    left: { one: '{count} day left.', other: '{count} days left.' },
    would: 'It would have told you {count}.',
    never: 'nothing so far',
    once: 'once',
    twice: 'twice',
    more: '{count} times',
    ready: 'The trial is over. If it was right, let Podlight tell you.',
    speak: 'Tell me in the popup',
    how: 'What Podlight does when it notices something',
    choices: {
      shadow: 'Only note it here',
      on: 'Tell me in the popup and on the icon',
      notify: 'Notify me as well',
    },
    list: 'What Podlight noticed',
    trouble: 'There was a problem',
    false: 'False alarm',
    later: 'Kustomer confirmed it {length} later.',
    unconfirmed: 'The status page hasn’t said so.',
    going: 'Going on',
    back: 'Stop watching and delete this',
    stopped: 'Stopped. Nothing is watched any more, and what was noticed is deleted.',
    sees: 'What it sees',
    seesText:
      'It sees the address, status code and duration of each request that this browser sends to your company’s Kustomer. It keeps counts, and no addresses.',
    blind:
      'It can’t see messages that are accepted and never arrive, your customers’ chats, other people’s browsers, or other websites. When it notices nothing, that doesn’t mean all is well.',
  },

  report: {
    title: 'Noticed by Podlight in one browser, from its own requests',
    organisation: 'Organization: {what}',
    began: 'Began: {time}',
    noticed: 'Noticed: {time}',
    last: 'Last seen: {time}',
    ended: 'Ended: {time}',
    codes: 'Answers: {text}',
    otherCode: 'other',
    control: 'Kustomer’s status page answered at {time}.',
    confirmed: 'It confirmed trouble at {time}.',
    silent: 'It had confirmed nothing by {time}.',
    alone: 'Whether other browsers are affected isn’t known.',
  },

  history: {
    mark: 'Noticed by you',
    earlier: 'You noticed {length} earlier.',
    list: 'What this browser noticed',
    alone: 'You noticed; the page never said so.',
  },
}

/** What was noticed, and until when it was counted. */
interface Counted extends Sign {
  readonly updated: number
}

/** The same, and what the page said meanwhile. */
interface Answered extends Counted {
  readonly at: number
  readonly control: number | null
  readonly confirmed: number | null
}

/** What is older than this the detector does not count, but for slowness. */
const COUNTED = 5 * MINUTE

/** How much earlier it was noticed here than told by the page. */
export const earlierBy = (at: number, confirmed: number | null, place: Place): string =>
  length(Math.max(MINUTE, (confirmed ?? at) - at), place, 'long')

const isAction = (what: string): what is keyof typeof evidence.actions =>
  Object.hasOwn(evidence.actions, what)

type Words = Readonly<Record<Kind | 'refused', string>>

const filled = (sign: Counted, words: Words, place: Place, refused = String(sign.bad)): string => {
  const { what, kind, bad, tried } = sign
  if (kind === 'failing' && isAction(what))
    return fill(words.refused, { count: refused, text: String(tried), what: evidence.actions[what] })
  const counted = Math.min(sign.updated - sign.since, kind === 'slow' ? Infinity : COUNTED)
  const span = length(Math.max(1, Math.ceil(counted / MINUTE)) * MINUTE, place, 'long')
  return fill(words[kind], { count: String(bad), what: String(tried), length: span })
}

/** "Your last four attachments were refused." */
export const signText = (sign: Counted, place: Place): string => {
  const { bad, tried } = sign
  return bad === tried
    ? filled(sign, { ...evidence, refused: evidence.allRefused }, place, evidence.numbers[bad - 2])
    : filled(sign, { ...evidence, refused: evidence.someRefused }, place)
}

/** "4 of 4 attachments were refused." */
export const notedText = (sign: Counted, place: Place): string => filled(sign, evidence.noted, place)

/** The same, with that the page says nothing: `at` is when it last answered, null where it says anything. */
export const noticedText = (sign: Counted, place: Place, at: number | null): string =>
  joined([
    signText(sign, place),
    // That it answers is said already where nothing else does.
    at === null || sign.kind === 'unreachable'
      ? null
      : fill(evidence.quiet, { ago: agoInSeconds(place.now - at, place) }),
  ])

/** That something was noticed, while the page reports nothing or says something else; or, once it told of it, that it was. */
export const noticedNotification = (
  sign: Answered,
  isPageSilent: boolean,
  place: Place,
): { title: string; text: string } => {
  const { at, confirmed, control, kind } = sign
  return {
    title: evidence.titles[kind],
    text:
      confirmed === null
        ? noticedText(sign, place, isPageSilent ? control : null)
        : fill(evidence.confirms, { length: earlierBy(at, confirmed, place) }),
  }
}
