import { type Names, namesOf, type Row } from './grammar.ts'
import type { Time } from './items.ts'
import { NAMES } from './vocabulary.ts'

export const NAMES_OF_DENIALS: Names<Time> = namesOf(
  {
    /** What is updated and is no page. */
    software:
      'emergency|critical|config|configuration|delivery|agent|order|ticket|delivery status|agent status|order status|ticket status|app|software|firmware|security|database|server|client|system|ios|android|mobile|plugin|sdk|dns|index|data|contact|conversation|record|presence|live',
    'of something': 'to <its>|of <its>|for <its>|in <its>',
    readers: 'status|page|incident|customers|users|clients|notice|public|situation|case',
    ship: 'release~|deploy~|apply~|roll~|ship~|install~|push~|implement~|merge~|test~|build~|built|prepare~',
    a: 'a|an|the|our|another|this',
    'takes effect': 'take(s) effect|go live|goes live|roll(s) out|be <shipped>',
    past: 'last|previous|prior|earlier|latest|first',
    after: 'further to|following|since|after',
    ours: 'our|the|this|your|an',
    was: 'was|were|had|would|said|went|came|has|have',
    were: 'was|were|was last|were last',
    had: 'updated|posted|due',
    us: 'us|our team|our engineers|our side|the team|kustomer|me|now|here|then|today',
    'to us':
      'update~ us|tell~ us|inform~ us|notify~ us|gives us|gave us|given us|giving us|will give us|to give us|send~ us|provide~ us',
    company:
      'aws|amazon|meta|openai|pubnub|google|twilio|microsoft|carrier(s)|provider(s)|vendor(s)|partner(s)|supplier(s)',
    will: 'has|have|will|also|to|now|is|are',
    says: 'share~|post~|provide~|give~|send~|publish~|expect~|plan~|promise~|aim~|update~|report~|tell~|inform~|said',
    ask: 'asked|asking|waited|waiting|requested|requesting',
    no: 'no|not|never',
    any: 'an|any|plan|expect|be|planned|to',
    tell: '<next>|<news>|post|write|update|share|know|hear|provide',
    people: 'agents|users|customers',
    publish: 'publish~|post~|share~|provide~|send~|write~|have|expect',
    review: 'post mortem|postmortem|root cause|rca|retrospective|after action|incident report|review',
    'news will': '<news> will|<news> should|<news> can|<news> may',
    happens:
      'complete(s)|finish|finishes|take(s)|last(s)|recover(s)|catch up|catches up|retry|retries|retried|clear(s)|drain(s)',
    done: 'back to|fixed|resolved|restored|repaired|recovered|complete|completed|done|finished|delivered|processed|deployed|applied|released|installed|live|cleared|replayed|retried|sent out|rolled out|rolled back|working|normal|operational|in effect',
    repair: 'recovery|fix|repair|resolution|restoration',
    due: 'expected|due|in|follows|comes|be <word>',
    full: 'a|the|full',
  },
  namesOf(
    {
      its: 'a|an|the|our|your|its|their',
      shipped: 'deployed|applied|released|installed|rolled out|pushed|live',
    },
    NAMES,
  ),
)

/** Clauses that look like promises of news and are none. */
export const DENIALS: readonly Row[] = [
  {
    name: 'an update of software',
    phrases:
      '<software> update(s)|update(s) <of something> <unless readers> <word>|<ship> out? <a>* update(s)|update(s) <word>* <takes effect>',
    examples: {
      'Expect an update to the app in the next hour.': null,
      'We have implemented an update that takes effect within 30 minutes.': null,
      'We will deploy another update within 30 minutes.': null,
      'We will share an update for our customers in 30 minutes.': 30,
    },
  },
  {
    name: 'news of the past',
    phrases: '<past> <kind>* <news>|<after> <ours>|<news> <was>|<were> <had>',
    examples: {
      'Our last update at 10:00 UTC stands.': null,
      'The next update was due at 10:00 UTC.': null,
      'Following our update at 10:00 UTC we restarted the servers.': null,
    },
  },
  {
    name: "another company's news",
    phrases:
      '<news> from <unless us> <word>|more from <unless us> <word>|hear back? from <unless us> <word>|<to us>|<company> <will>* <says>|<company> s <word>* <news>|their <next> <kind>* <news>|<ask> <word>* <news>',
    examples: {
      'We expect an update from our carrier in 30 minutes.': null,
      'AWS will post another update at 10:00 UTC.': null,
      'Our carrier’s next update is due at 10:00 UTC.': null,
      'AWS say that their next update comes at 10:00 UTC.': null,
      'The carrier expects to update us within the hour.': null,
    },
  },
  {
    name: 'no news',
    phrases: '<no> <any>* <tell> <unless till>',
    examples: {
      'There will be no further updates within the next 8 hours.': null,
      'Do not expect another update before 10:00 UTC.': 60,
    },
  },
  {
    name: 'a review of what happened',
    phrases: '<publish> <word>* <review>|<review> <word>* <due>',
    examples: {
      'We will post a full post-mortem by Friday 12:00 UTC.': null,
      'We know the root cause and will post again in 30 minutes.': 30,
    },
  },
  {
    name: 'what others see and do',
    phrases: '<people> will? see|<people> can|<people> may|<people> must',
    examples: { 'Agents see the update in 30 minutes.': null, 'Agents can post again in 30 minutes.': null },
  },
  {
    name: 'something else happens then',
    phrases: '<happens>|<unless after news will> be <done>|<repair> is? <due>|expect <full>* <repair>',
    examples: {
      'The fix takes about 30 minutes.': null,
      'Roll-out completes within the hour, news to follow.': null,
      'We expect recovery within 2 hours.': null,
      'Next update: exports will be restored within 2 hours.': null,
      'Messages are retried every 15 minutes.': null,
    },
  },
]
