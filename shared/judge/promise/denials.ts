import { type Names, namesOf, type Row } from './grammar.ts'
import type { Time } from './items.ts'
import { NAMES } from './vocabulary.ts'

export const NAMES_OF_DENIALS: Names<Time> = namesOf(
  {
    thing:
      'emergency|critical|config|configuration|delivery|agent|order|ticket|delivery status|agent status|order status|ticket status|app|software|firmware|security|database|server|client|system|ios|android|mobile|plugin|sdk|dns|index|data|contact|conversation|record|presence|live',
    a: 'a|an|the|our|your|its|their',
    publish: 'publish~|post~|share~|provide~|send~|write~|have|expect',
    review: 'post mortem|postmortem|root cause|rca|retrospective|after action|incident report|review',
    an: 'a|an|the|our|another|this',
    'of it': 'to|of|for|in',
    page: 'status|page|incident|customers|users|clients|notice|public|situation|case',
    ship: 'release~|deploy~|apply~|roll~|ship~|install~|push~|implement~|merge~|test~|build~|built|prepare~',
    shipped: 'deployed|applied|released|installed|rolled out|pushed|live',
    before: 'last|previous|prior|earlier|latest|first',
    was: 'was|were|had|would|said|went|came|has|have',
    about: 'our|the|this|your|an',
    us: 'us|our team|our engineers|our side|the team|kustomer|me|now',
    'to us': 'update~ us|tell~ us|inform~ us|notify~ us|give~ us|send~ us|provide~ us',
    company:
      'aws|amazon|meta|openai|pubnub|google|twilio|microsoft|carrier(s)|provider(s)|vendor(s)|partner(s)|supplier(s)',
    will: 'has|have|will|also|to|now|is|are',
    'tell~':
      'share~|post~|provide~|give~|send~|publish~|expect~|plan~|promise~|aim~|update~|report~|tell~|inform~',
    ask: 'asked|asking|waited|waiting|requested|requesting',
    no: 'no|not|never',
    any: 'an|any|plan|expect|be|planned|to',
    tell: '<next>|<news>|post|write|update|share|know|hear|provide',
    'news should': '<news> <should>',
    done: 'fixed|resolved|restored|repaired|recovered|complete|completed|done|finished|delivered|processed|deployed|applied|released|installed|live|cleared|replayed|retried|sent out|rolled out|rolled back|working|normal|operational|in effect',
    repair: 'recovery|fix|repair|resolution|restoration',
    expected: 'expected|due|in|follows|comes',
    full: 'a|the|full',
  },
  namesOf({ should: 'will|should|can|may' }, NAMES),
)

/** Clauses that look like promises of news and are none. */
export const DENIALS: readonly Row[] = [
  {
    name: 'an update of software',
    phrases:
      '<thing> update(s)|update(s) <of it> <a> <unless page> <word>|<ship> out? <an>* update(s)|update(s) <word>* take effect|update(s) <word>* takes effect|update(s) <word>* go live|update(s) <word>* goes live|update(s) <word>* rolls out|update(s) <word>* be <shipped>',
    examples: {
      'Expect an update to the app in the next hour.': null,
      'We have implemented an update that takes effect within 30 minutes.': null,
      'We will deploy another update within 30 minutes.': null,
      'We will share an update for our customers in 30 minutes.': 30,
    },
  },
  {
    name: 'news of the past',
    phrases:
      '<before> <kind>* <news>|further to <about>|following <about>|since <about>|after <about>|<news> <was>|was last? updated|was last? posted|was last? due|were updated|were posted|were due',
    examples: {
      'Our last update at 10:00 UTC stands.': null,
      'The next update was due at 10:00 UTC.': null,
      'Following our update at 10:00 UTC we restarted the servers.': null,
    },
  },
  {
    name: "another company's news",
    phrases:
      '<news> from <unless us> <word>|more from <unless us> <word>|hear back? from <unless us> <word>|<to us>|<company> <will>* <tell~>|<ask> <word>* <news>|<company> s <word>* <news>|their <next> <kind>* <news>',
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
    phrases: '<publish> <word>* <review>|<review> <word>* <expected>|<review> <word>* be <word>',
    examples: {
      'We will post a full post-mortem by Friday 12:00 UTC.': null,
      'We know the root cause and will post again in 30 minutes.': 30,
    },
  },
  {
    name: 'what people see of a change',
    phrases: 'agents will? see|users will? see|customers will? see',
    examples: { 'Agents see the update in 30 minutes.': null },
  },
  {
    name: 'something else happens then',
    phrases:
      'complete(s)|finish|finishes|take(s)|last(s)|recover(s)|catch up|catches up|retry|retries|retried|clear(s)|drain(s)|be back to|<unless after news should> be <done>|<repair> is? <expected>|expect <full>* <repair>',
    examples: {
      'The fix takes about 30 minutes.': null,
      'Roll-out completes within the hour, news to follow.': null,
      'We expect recovery within 2 hours.': null,
      'Next update: exports will be restored within 2 hours.': null,
      'Messages are retried every 15 minutes.': null,
    },
  },
]
