import { type Names, namesOf, type Reader, times } from './grammar.ts'
import type { Time, TimeKind } from './items.ts'

const timeOf = (...kinds: readonly TimeKind[]): Reader<Time> => times(({ kind }) => kinds.includes(kind))

/** Any word at all. */
const word: Reader<Time> = (items, at) =>
  /^[a-z]/.test(String(items[at] ?? '')) && typeof items[at] === 'string' ? { end: at + 1, said: [] } : null

/** Further on the clause says till when. */
const till: Reader<Time> = (items, at) =>
  items.some((item, place) => place >= at && typeof item === 'object' && item.kind === 'till')
    ? { end: at, said: [] }
    : null

/** The words that promises are made of. */
export const NAMES: Names<Time> = namesOf(
  {
    time: '<moment>|<deadline>',
    next: 'next|another|further|additional|new|fresh|following|subsequent|more',
    kind: 'scheduled|planned|regular|status|progress|public|written|full|short|brief|detailed|official|final|general|interim|service|incident|page|set of|round of|bit of|piece of|concrete',
    news: 'update(s)|news|word|post|note|notice|report|message|entry|communication(s)|comms|information|info|detail(s)|announcement|status|bulletin|follow up|followup|check in|checkin|statement|briefing|posting|heads up|one|findings',
    /** What is news even without "next" before it. */
    plainly:
      'update(s)|progress report(s)|news|word|follow up(s)|followup(s)|communication(s)|announcement|anything new|nothing new|something new',
    told: '<plainly>|note|status|statement|bulletin|heads up|information|info|details|findings|progress|results|what we know|what we find|what we have|what we learn|more',
    team: 'team(s)|engineers|staff|people',
    we: 'we|i|kustomer|engineering|our <team>|the <team>|our <word> <team>|the <word> <team>',
    will: 'not|will|shall|should|can|do|are|then|also|next|again|expect|plan|planning|aim|aiming|hope|hoping|intend|want|try|going|be|able|to|continue|certainly|surely|gladly|only|all',
  },
  {
    moment: timeOf('moment'),
    deadline: timeOf('deadline', 'till'),
    span: timeOf('span'),
    till,
    word,
  },
)
