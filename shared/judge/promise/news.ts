import type { Lists, Row } from './pattern.ts'

/** In clauses a time stands as a sign and a number: `@0` is a deadline or a rhythm, `#0` a point in time, `~0` a bare span. */
export const LISTS: Lists = {
  time: '(?:till )?[@#]\\d',
  deadline: '(?:till )?@\\d',
  next: 'next|another|further|additional|new|fresh|following|subsequent|more',
  kind: 'scheduled|planned|regular|status|progress|public|written|full|short|brief|detailed|official|final|general|interim|service|incident|page|set of|round of|bit of|piece of|concrete',
  news: 'updates?|news|word|post|note|notice|report|message|entry|communications?|comms|information|info|details?|announcement|status|bulletin|follow-? ?up|check-? ?in|statement|briefing|posting|heads-? ?up|one',
  /** What is news even without "next" before it. */
  plainly: 'updates?|progress reports?|news|word|follow-? ?ups?|communications?|announcement',
  knowledge:
    'note|status|statement|bulletin|heads-?up|information|info|details|findings|progress|results|what we (?:know|find|have|learn)|more',
  we: '(?:we|i|(?:our|the) (?:[a-z]+ )?(?:teams?|engineers|staff|people)|kustomer|engineering)',
  will: "not|will|shall|'ll|should|can|do|are|then|also|next|again|expect|plan|planning|aim|aiming|hope|hoping|intend|want|try|going|be|able|to|continue|certainly|surely|gladly|only|all",
  must: "not|we|will|shall|'ll|to|and|then|also|again|can|should|please",
  readers:
    'you|this|here|again|everyone|everybody|customers|users|clients|all|on|with|further|(?:the|our|your) (?:status|page|incident|post|thread|customers|users|clients|notice|public|entry)',
  handing:
    'expect|anticipate|await|look(?:ing)?(?: out)? for|watch(?: this page| here| out)* for|stand by for|stay tuned for|plan for|plan on|count on|aim for|aiming for|targeting|provide|share|give|send|have|publish|issue|offer|get|receive|post|pass on|providing|sharing|posting|sending|giving',
  small:
    'you|us|everyone|customers|our|with|an?|the|some|any|all|regular|status|progress|service|page|out|this',
  arriving:
    'be (?:posted|shared|provided|given|sent|published|issued|added|made|available|out|up|here|ready|due|expected|with you)|follow|follows|coming|comes?|arrives?|due|expected|planned|scheduled|available|again|promised|targeted',
  done: 'fixed|resolved|restored|repaired|recovered|completed?|done|finished|delivered|processed|deployed|applied|released|installed|live|cleared|replayed|retried|sent out|rolled out|rolled back|working|normal|operational|in effect',
}

/** Ways to promise news. The time of a promise is the first after these words, else the last before them. */
export const PROMISES: readonly Row[] = [
  {
    name: 'the next piece of news',
    pattern: '\\b{next} {kind*}{news}\\b',
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
    pattern: '\\b{next} {kind*}{news}(?: eta| time| due| is| will be| in|:)* ~\\d',
    examples: {
      'ETA for the next update is 60 minutes.': 60,
      'Next update: 30 minutes': 30,
      'Another update took 30 minutes.': null,
    },
  },
  {
    name: 'next, and when',
    pattern: '^(?:the )?(?:updates )?next:?(?: is| due| at| will be)* (?:{time}|~\\d)',
    examples: { 'Next: 10:00 UTC': 60, 'Next: 30 min': 30 },
  },
  {
    name: 'the next of whatever we post',
    pattern:
      '^(?:the |our )?next (?!(?:run|batch|retr|attempt|try|deploy|restart|step|wave|stage|release|maintenance|window|shift|sync|checkpoint|job|export)[a-z]*)[a-z-]+(?: [a-z-]+){0,4}?(?: is| due)*:? {time}',
    examples: {
      'Next look-in: 10:00 UTC': 60,
      'Next refresh of this board: 10:00 UTC': 60,
      'Next roll call in 30 minutes.': 30,
      'Next retry in 30 minutes.': null,
    },
  },
  {
    name: 'there will be news',
    pattern: "\\bthere(?:'ll| will) be {small*}{news}\\b",
    examples: { "There'll be a note here every hour.": 60 },
  },
  {
    name: 'news that comes',
    pattern: '\\b(?:{plainly}|information|details)\\b(?: [a-z-]+){0,4} {arriving}\\b',
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
    pattern:
      '(?:^|\\b(?:an|the|our|with|for|status|progress|regular|continuous|frequent|periodic|back|again) ){plainly}(?: here| from us| for you| on this page| on this| about this)*:? {deadline}',
    examples: {
      'Update within 30 minutes.': 30,
      'Updates every 30 minutes.': 30,
      'Update at 10:00 UTC: chat is slow.': null,
    },
  },
  {
    name: 'news in a rhythm',
    pattern: '@\\d {kind*}(?:updates|news|posts)\\b|\\b(?:one|an) update @\\d',
    examples: { 'We will send hourly status updates.': 60 },
  },
  {
    name: 'and then with news',
    pattern: '{time} with {small*}(?:{plainly}|details|information)\\b',
    examples: { 'Back in 30 minutes with an update.': 30 },
  },
  {
    name: 'handing over news',
    pattern: '\\b(?:{handing}) {small*}(?:{plainly}|{knowledge})\\b',
    examples: {
      'Expect news within 2 hours.': 120,
      'Please look for an update by 10:00 UTC.': 60,
      'We will share what we know in 30 minutes.': 30,
      'We will have an update for you at noon UTC.': 180,
    },
  },
  {
    name: 'more',
    pattern:
      '(?<!\\b(?:once|some|any|or|no|even|one|takes?) )\\bmore(?: to (?:say|share|tell|report|come|follow)| for you| from us| about this| on this| here| will| follows?| comes?| is| due| soon)*:? {time}',
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
    pattern: '\\b(?:have heard|hear)(?: back| again| more| next)*(?: from (?:us|our|the)|:? {time})',
    examples: {
      'You will hear from us within 1 hour or sooner.': 60,
      'Expect to hear from us again at 10:00 UTC.': 60,
    },
  },
  {
    name: 'telling, which needs nobody to do it',
    pattern:
      '\\b{must} (?:post(?: here)? (?:again|another|an?)|write again|report (?:back|again|here)|follow up|let you know|keep (?:you|everyone|everybody|this page|customers)|get back to you|circle back|touch base|check back|check in|(?:be|stay|get) in touch|come back (?:to you|with|here)|be back with|say more|know more|have more|tell you|inform|notify)\\b',
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
    pattern:
      '{we}(?: ?{will*}| )(?:(?:post|writ|report|speak|communicat|follow|reach out|confirm|check back|check in)(?:e|s|es|ing)?(?: up)?\\b(?! (?:to|messages|emails|issues|errors|about)\\b)|updat(?:e|ing)(?= {readers}\\b| {time}|$))',
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
    pattern:
      "{we}(?: |'ll )(?:(?:will|shall|then|also) )*(?:be back|return|come back|revert)(?= here| with| again| back| on this page| {time})|^back(?: here| with (?:more|news))*:? {time}",
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
    pattern:
      '\\b(?:page|post|incident|notice|thread|entry|list|board|table|you|customers|everyone)(?: \\w+){0,2} be (?:updated|informed|notified|told|kept)',
    examples: {
      'This page will be updated every 30 minutes.': 30,
      'This page was updated 10 minutes ago.': null,
    },
  },
  {
    name: 'readers look again',
    pattern:
      '(?:^|\\bplease |\\byou can |\\band )(?:check (?:back|in|here|this page)|come back|stay tuned|watch this (?:page|space)|look here|tune in|see you)\\b',
    examples: { 'Check back in an hour.': 60, 'Stay tuned, more in 20 minutes.': 20 },
  },
]

/** Clauses that look like promises of news and are none. */
export const DENIALS: readonly Row[] = [
  {
    name: 'an update of software',
    pattern:
      '\\b(?:emergency|critical|config(?:uration)?|(?:delivery|agent|order|ticket)(?: status)?|app|software|firmware|security|database|server|client|system|ios|android|mobile|plugin|sdk|dns|index|data|contact|conversation|record|presence|live) updates?\\b|\\bupdates? (?:to|of|for|in) (?:the|our|your|an?|its|their) (?!(?:status|page|incident|customers|users|clients|notice|public|situation|case)\\b)|\\b(?:releas|deploy|appl|roll|ship|install|push|implement|merg|test|build|prepar)[a-z]* (?:out )?(?:(?:an?|the|our|another|this) )*updates?\\b|\\bupdates? (?:[a-z]+ ){0,4}(?:takes? effect|goes? live|rolls? out|be (?:deployed|applied|released|installed|rolled out|pushed|live))',
    examples: {
      'Expect an update to the app in the next hour.': null,
      'We have implemented an update that takes effect within 30 minutes.': null,
      'We will deploy another update within 30 minutes.': null,
      'We will share an update for our customers in 30 minutes.': 30,
    },
  },
  {
    name: 'news of the past',
    pattern:
      '\\b(?:last|previous|prior|earlier|latest|first) {kind*}{news}\\b|\\b(?:further to|following|since|after) (?:our|the|this|your|an)\\b|\\b{news} (?:was|were|had|would|said|went|came|has|have)\\b|\\b(?:was|were) (?:last )?(?:updated|posted|due)\\b',
    examples: {
      'Our last update at 10:00 UTC stands.': null,
      'The next update was due at 10:00 UTC.': null,
      'Following our update at 10:00 UTC we restarted the servers.': null,
    },
  },
  {
    name: "another company's news",
    pattern:
      '\\b(?:{news}|more|hear(?: back)?) from (?!us\\b|our (?:team|engineers|side)|the team|kustomer|me\\b|now\\b)|\\b(?:updat|tell|inform|notify|give|send|provid)[a-z]* us\\b|\\b(?:aws|amazon|meta|openai|pubnub|google|twilio|microsoft|carrier|provider|vendor|partner|supplier)s? (?:(?:has|have|will|also|to|now|is|are) )*(?:share|post|provide|give|send|publish|expect|plan|promise|aim|update|report|tell|inform)|\\b(?:ask|wait|request)(?:ed|ing) (?:[a-z]+ ){0,4}{news}\\b',
    examples: {
      'We expect an update from our carrier in 30 minutes.': null,
      'AWS will post another update at 10:00 UTC.': null,
      'The carrier expects to update us within the hour.': null,
    },
  },
  {
    name: 'no news',
    pattern:
      "(?:\\bno|\\bnot|\\bnever|n't) (?:an? |any |plan |expect |be |planned |to |an )*(?:{next}|{news}|post|write|update|share|know|hear|provide)\\b(?!.*\\btill )",
    examples: {
      'There will be no further updates within the next 8 hours.': null,
      'Do not expect another update before 10:00 UTC.': 60,
    },
  },
  {
    name: 'something else happens then',
    pattern:
      '\\b(?:completes?|finish(?:es)?|takes?|lasts?|recovers?|catch(?:es)? up|retr(?:y|ies|ied)|clears?|drains?|(?<!\\b{news} (?:will|should|can|may) )be (?:back to|{done})|(?:recovery|fix|repair|resolution|restoration) (?:is )?(?:expected|due|in|follows|comes)|expect (?:a |the |full )*(?:recovery|fix|resolution|repair))\\b',
    examples: {
      'The fix takes about 30 minutes.': null,
      'Roll-out completes within the hour, news to follow.': null,
      'We expect recovery within 2 hours.': null,
      'Next update: exports will be restored within 2 hours.': null,
      'Messages are retried every 15 minutes.': null,
    },
  },
]
