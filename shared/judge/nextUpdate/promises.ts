import { type Names, namesOf, type Row } from './grammar.ts'
import type { Time } from './items.ts'
import { NAMES } from './vocabulary.ts'

export const NAMES_OF_NEWS: Names<Time> = namesOf(
  {
    our: 'the|our',
    a: 'a|an|one',
    updates: 'updates|news|posts',
    /** News where something is said to be done with them. */
    facts: 'information|details',
    cadence: 'frequency|cadence|interval|schedule|rhythm',
    'how long': '<time>|<span>',
    hear: 'hear|hearing|have heard',
    us: 'us|our|the',
    please: 'please|you can|and',
    'with more': 'here|with more|with news|to you',
    is: 'is|due|at|will be|in|time|eta|:|(',
    /** What follows "next" and is no news. */
    work: 'run(s)|batch|batches|retry|retries|attempt|try|deployment|deploy|restart|step|wave|stage|release|maintenance|window|shift|business day|week|month|sync|checkpoint|job|export|exports',
    small:
      'you|us|everyone|customers|our|with|a|an|the|some|any|all|regular|status|progress|service|page|out|this|its|better|good',
    handing:
      'expect|anticipate|await|look for|looking for|look out for|watch <here>* for|stand by for|stay tuned for|plan for|plan on|count on|aim for|aiming for|targeting|provide|share|give|send|have|publish|issue|offer|get|receive|post|pass on|providing|sharing|posting|sending|giving',
    arriving:
      'be <handed>|follow|follows|coming|come|comes|arrive|arrives|due|expected|planned|scheduled|available|again|promised|targeted',
    /** Where news stands, and from whom it comes. */
    where: 'here|from us|for you|on this page|on this|about this',
    lead: 'an|the|our|with|for|status|progress|regular|continuous|frequent|periodic|back|again|rolling|to',
    scant: 'once|some|any|or|no|even|one|take|takes',
    more: 'to say|to share|to tell|to report|to come|to follow|for you|from us|about this|on this|here|will|follow|follows|come|comes|is|due|soon|:',
    with: 'with',
    must: 'not|we|will|shall|to|and|then|also|again|can|should|please',
    tell: 'post here? again|post here? another|post here? a|write again|report back|report again|report here|follow up|let you know|keep you|keep everyone|keep everybody|keep this page|keep customers|get back to you|get back to everyone|let everyone know|circle back|touch base|check back|check in|be in touch <unless with>|stay in touch <unless with>|get in touch <unless with>|come back to you|come back with|come back here|be back with|say more|say how|say what|say whether|know more|have more|tell you|inform|notify',
    write:
      'post(s)|posting|write(s)|writing|report(s)|reporting|speak(s)|communicate(s)|follow(s)|reach out|confirm(s)|check back|check in|checking in',
    /** What is written or posted and is no news. */
    otherwise:
      'to|messages|emails|issues|errors|about|the? fix|a fix|the? patch|a patch|the? workaround|a workaround|the outage|the issue|the problem|it to|this to',
    readers:
      '<time>|you|this|here|again|everyone|everybody|customers|users|clients|all|on|with|further|<of readers> status|<of readers> page|<of readers> incident|<of readers> post|<of readers> thread|<of readers> customers|<of readers> users|<of readers> clients|<of readers> notice|<of readers> public|<of readers> entry',
  },
  namesOf(
    {
      again: 'back|again|more|next',
      'bring up to date': 'update|updating',
      'back here': 'here|with|again|back|on this page|<time>',
      'we will': 'will|shall|then|also',
      return: 'be back|return|come back|revert',
      board: 'page|post|incident|notice|thread|entry|list|board|table|you|customers|everyone',
      kept: 'updated|informed|notified|told|kept',
      look: 'check back|check in|check here|check this page|come back|stay tuned|watch this page|watch this space|look here|tune in|see you',
      here: 'this page|here|out',
      handed:
        'posted|shared|provided|given|sent|published|issued|added|made|available|out|up|here|ready|due|expected|with you',
      'of readers': 'the|our|your',
    },
    NAMES,
  ),
)

/** Ways to promise news. The time of a promise is the first after these words, else the last before them. */
export const PROMISES: readonly Row[] = [
  {
    name: 'the next piece of news',
    phrases: '<next> <kind>* <news>',
    examples: {
      'The next update follows within the next 30 minutes.': 30,
      'Our next one is due at 10:00 UTC.': 60,
      'Another post follows within 2 hours.': 120,
      'A further status update in 20 minutes.': 20,
      'Next report no later than 20 mins from now.': 20,
      'We plan the next update for 09:30 UTC.': 30,
      'In 30 minutes, the next update will be here.': 30,
      'We will share updates as available, the next one no later than 11:00 UTC.': 120,
    },
  },
  {
    name: 'how long until the next piece of news',
    phrases: '<next> <kind>* <news> <is>* <span>|<span> until <our>? <next> <kind>* <news>',
    examples: {
      'ETA for the next update is 60 minutes.': 60,
      'Next update: 30 minutes': 30,
      'nxt upd 15m': 15,
      '20 minutes until our next update.': 20,
      'Another update took 30 minutes.': null,
    },
  },
  {
    name: 'next, and when',
    phrases: '^ the? update(s)? next <is>* <how long>|^ follow up <time>',
    examples: { 'Next: 10:00 UTC': 60, 'Next: 30 min': 30, 'Follow-up at 10:00 UTC.': 60 },
  },
  {
    name: 'the next of whatever we post',
    phrases: '^ <our>? next <unless work> <word> <word>* <is>* <time>',
    examples: {
      'Next look-in: 10:00 UTC': 60,
      'Next refresh of this board: 10:00 UTC': 60,
      'Next roll call in 30 minutes.': 30,
      'Next retry in 30 minutes.': null,
    },
  },
  {
    name: 'there will be news',
    phrases: 'there will be <small>* <news>|there will be <small>* <told>',
    examples: {
      "There'll be a note here every hour.": 60,
      'There will be nothing new before noon UTC.': 180,
    },
  },
  {
    name: 'news that comes',
    phrases: '<plainly> <word>* <arriving>|<facts> <word>* <arriving>',
    examples: {
      'An update is due in 2 hours.': 120,
      'Update to follow in 90 minutes.': 90,
      'Updates will be posted every 30 minutes.': 30,
      'An update should arrive by 10:00 UTC.': 60,
      'News again in half an hour.': 30,
    },
  },
  {
    name: 'news at once followed by a deadline',
    phrases: '^ <plainly> <where>? :? <deadline>|<lead> <plainly> <where>? :? <deadline>',
    examples: {
      'Update within 30 minutes.': 30,
      'Updates every 30 minutes.': 30,
      'Update at 10:00 UTC: chat is slow.': null,
    },
  },
  {
    name: 'news in a rhythm',
    phrases: '<deadline> <kind>* <updates>|<a> update <deadline>|<a> <deadline> <kind>* update',
    examples: { 'We will send hourly status updates.': 60, 'Expect a daily update.': 1440 },
  },
  {
    name: 'how often there is news',
    phrases: 'update <cadence> :? <how long>|<span> update <cadence>',
    examples: { 'Update frequency: every 30 minutes': 30, 'We are on a 30 minute update cadence.': 30 },
  },
  {
    name: 'and then with news',
    phrases: '<time> with <small>* <plainly>|<time> with <small>* <facts>',
    examples: { 'Back in 30 minutes with an update.': 30 },
  },
  {
    name: 'handing over news',
    phrases: '<handing> <small>* <told>',
    examples: {
      'Expect news within 2 hours.': 120,
      'Please look for an update by 10:00 UTC.': 60,
      'We will share what we know in 30 minutes.': 30,
      'We will have an update for you at noon UTC.': 180,
    },
  },
  {
    name: 'more',
    phrases: '<unless after scant> more <more>* <time>',
    examples: {
      'More follows within the hour.': 60,
      'More in 20 minutes.': 20,
      'You will hear more in an hour or sooner.': 60,
      'We expect to have more for you in half an hour.': 30,
      'We will try once more in 30 minutes.': null,
    },
  },
  {
    name: 'you hear from us',
    phrases: '<hear> <again>* from <us>|<hear> <again>* :? <time>',
    examples: {
      'You will hear from us within 1 hour or sooner.': 60,
      'Expect to hear from us again at 10:00 UTC.': 60,
    },
  },
  {
    name: 'telling, which needs nobody to do it',
    phrases: '<must> <tell>',
    examples: {
      'We are rolling out a fix and will post again in 40 minutes.': 40,
      'We will let you know more in 30 minutes.': 30,
      'Please check back in an hour.': 60,
      'We expect to know more within 30 minutes.': 30,
      'We will keep you posted every hour.': 60,
    },
  },
  {
    name: 'we tell',
    phrases:
      '<we> <will>* <write> up? <unless otherwise>|<we> <will>* <bring up to date> <if readers>|<we> <will>* <bring up to date> $',
    examples: {
      'We report back every two hours.': 120,
      'We will report in 30 minutes.': 30,
      "We'll post in 15 minutes.": 15,
      'Our team is investigating and will update within 30 minutes.': 30,
      'We will update this page hourly.': 60,
      'We will update the app in 30 minutes.': null,
      'The dashboards will update in 30 minutes.': null,
    },
  },
  {
    name: 'we come back',
    phrases: '<we> <we will>* <return> <if back here>|^ back <with more>? :? <time>',
    examples: {
      'We will be back in 30 minutes.': 30,
      'We are applying the fix, and will be back in 20 minutes.': 20,
      'We will return in an hour.': 60,
      'Chat is being restarted and will be back in 20 minutes.': null,
      'We will be back to normal in 20 minutes.': null,
    },
  },
  {
    name: 'the page is brought up to date',
    phrases: '<board> <word>? <word>? be <kept>',
    examples: {
      'This page will be updated every 30 minutes.': 30,
      'This page was updated 10 minutes ago.': null,
    },
  },
  {
    name: 'readers look again',
    phrases: '^ <look>|<please> <look>',
    examples: { 'Check back in an hour.': 60, 'Stay tuned, more in 20 minutes.': 20 },
  },
]
