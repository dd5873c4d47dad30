import type { Rule } from '../rule.ts'

/** What becomes of the targets around a word: denied, halved, set apart, or looked at as something else. */
export const modifiers: readonly Rule[] = [
  {
    name: 'not',
    role: 'not',
    phrases:
      'not|never|isnt|arent|cant|couldnt|doesnt|dont|wont|wasnt|werent|hasnt|havent|didnt|wouldnt|nor|neither|hardly|barely|far from|anything but|by no means',
    examples: {
      'Emails are not being sent.': 'email failing',
      'Chat is not slow.': 'works: chat',
      'Voice is far from healthy.': 'voice failing',
    },
  },
  {
    name: 'no',
    role: 'no',
    phrases: 'no|without|zero|nothing',
    examples: { 'No delays in search.': 'works: search', 'No emails are delivered.': 'email failing' },
  },
  {
    name: 'nobody',
    role: 'nobody',
    phrases: 'nobody|no one|no user|no agent|no customer|none of|none|not a single',
    examples: { 'Nobody can log in.': 'login down', 'None of the exports complete.': 'exports failing' },
  },
  {
    name: 'few',
    role: 'few',
    phrases: 'few|hardly any|hardly anyone|almost no|only a few|very few',
    examples: { 'Few exports arrive.': 'exports failing', 'Few exports are slow.': 'exports delayed' },
  },
  {
    name: 'left out',
    role: 'except',
    phrases:
      'except|except for|non|excluding|other than|apart from|aside from|with the exception of|besides|outside of|not including|as opposed to|but not|exception is|exceptions are|bar',
    examples: {
      'All channels except voice and SMS are delayed.':
        'chat delayed, email delayed, facebook delayed, instagram delayed, twitter delayed, whatsapp delayed; works: sms, voice',
    },
  },
  {
    name: 'apologies',
    role: 'aside',
    until: 'sentence',
    phrases:
      'apologize|apologise|apologies|apology|sorry for|sorry about|regret the|regret any|regret this|inconvenience|thank~ you|bear with',
    examples: { 'We are sorry for the delay in posting this.': 'nothing' },
  },
  {
    name: 'not over after all',
    role: 'reopened',
    phrases:
      'reopening|reopened|did not hold|not held|was temporary|only temporary|recurred|recurring|recur|have returned|has returned|returned again|spoke too soon|rolled back the fix|reverted the fix|disregard our last|disregard the last|no longer true|same errors again|same error again|back again|relapsed',
    examples: {
      'The fix did not hold.': 'again',
      'The errors have returned.': 'something failing; again',
    },
  },
  {
    name: 'what is not claimed',
    role: 'aside',
    until: 'comma',
    phrases:
      'not limited to|no longer limited to|not confined to|not restricted to|beyond|whether|checking if|check if|checks if|investigating if|not sure if|unclear if|confirming if|cannot rule out|cannot yet rule out|not rule out|cannot exclude|no reason to believe|no reason to think|no sign that|no indication that|no evidence that|fear~ that|unlikely that|not believe|not think|no bearing on|rehears~|ruled out|rule out|ruling out|worst case|in theory|to reproduce|would mean|could have|might have been',
    examples: {
      'We are investigating whether chat is down.': 'nothing',
      'We have ruled out an outage of search.': 'nothing',
      'There is no sign that voice fails, but exports are slow.': 'exports delayed',
    },
  },
  {
    name: 'what others call it',
    role: 'aside',
    until: 'comma',
    phrases: 'call this|call it|so called|known as|looks like|look like|mistaken for',
    examples: { 'Some tickets call this a chat outage.': 'nothing' },
  },
  {
    name: 'cause',
    role: 'aside',
    until: 'verb',
    phrases:
      'due to|caused by|introduced by|introduced with|came with|reason is|reason was|reason for|because|because of|as a result of|consequence of|stemming from|owing to|traced to|traced back to|was triggered by|attributed to|root cause|thanks to|following a|resulting from|result of|traced|cause of this|cause is|triggered by|down to a|culprit|to blame',
    examples: { 'Search is slow due to an outage of the API.': 'search delayed' },
  },
  {
    name: 'what else happened, and when',
    role: 'aside',
    until: 'sentence',
    back: true,
    phrases:
      'last week|last night s|yesterday s|last summer|of 2024|in january|in april|last november|last thursday|tuesday s|something similar|similar incident|similar problem|separate event|separate incident|separate matter|another matter|see the other|separate issue|not related|not the cause|of its own|of their own|long ago|not a return of|the pattern is|play no part|in the past|years ago|months ago|weeks ago|days ago|different incident|other incident|tracked separately|listed separately|separate notice|another story|isnt to blame|arent to blame|not to blame|not at fault',
    examples: {
      'The voice outage of last week was a separate event.': 'nothing',
      'We saw something similar in January, when search went down.': 'nothing',
      'Monday’s outage of voice in Prod2 isn’t to blame.': 'nothing',
    },
  },
  {
    name: 'another incident',
    role: 'aside',
    until: 'comma',
    phrases:
      'unlike|unrelated to|not related to|separate from|similar to|different from|nothing to do with|no connection to|not connected to|no relation to|no link to|not linked to|independent of|previous incident|earlier incident|earlier event|previous event|previous outage|earlier outage|as with|like last|another incident|lessons learned|closed on|resolved earlier',
    examples: {
      'This is unrelated to the voice outage of Tuesday.': 'nothing',
      'Exports fail, unlike last week s search incident.': 'exports failing',
    },
  },
  {
    name: 'purpose',
    role: 'aside',
    until: 'comma',
    phrases:
      'to ensure|to make sure|making sure|to confirm that|so that|in order to|in an effort to|to prevent|to avoid|to rule out|to be sure|ensure that|ensuring|ensure',
    examples: { 'We keep watching to make sure that chat is fully resolved.': 'nothing' },
  },
  {
    name: 'occasion',
    role: 'aside',
    until: 'comma',
    phrases: 'though they|although they|once|after|before|until|prior to|as soon as|till|by the time',
    examples: { 'Once search is back we will write again.': 'nothing' },
  },
  {
    name: 'advice',
    role: 'aside',
    until: 'sentence',
    phrases:
      'if you|if this|if any|if issues|should you|we recommend|we advise|we suggest|please do not|please avoid|please use|please try|you can|feel free|as a precaution|please refresh|please reload|advised to|there is no need|no need to|no action|may use|can be used|switch to|rely on|as a fallback',
    examples: {
      'Please try to log in again.': 'nothing',
      'If you use search, please wait.': 'nothing',
    },
  },
  {
    name: 'contact',
    role: 'end',
    phrases:
      'reach out|reach us|reach our|reach support|contact|contact us|contacting|get in touch|submit a|open a ticket|raise a ticket|file a ticket|email us|mail us|write to us|write us|call us|text us|let us know|reply to this|message us|chat with us|refer to|subscribe|workaround|work around|in the meantime|as an alternative|alternatively|get hold|via support|to be notified|support team|our support|support is|support are|support can|receive updates|support via|support through|support at|support by|visit|talk to us|speak to us|ask us|drop us|questions to|questions can|any questions|for questions|you can reach|be reached at|be reached via|be reached by|follow us|follow this page|account manager|success manager',
    examples: { 'Exports are delayed, reach out to us through chat or SMS.': 'exports delayed' },
  },
  {
    name: 'another company',
    role: 'company',
    phrases:
      'vendor|provider|carrier|third party|thirdparty|upstream|partner|cloud provider|their side|their team|isp|supplier|telco|operator|registrar',
    examples: {
      'Our SMS carrier has an outage.': 'nothing',
      'An outage at our carrier is delaying SMS.': 'sms delayed',
    },
  },
  {
    name: 'fewer than all',
    role: 'some',
    phrases:
      'about half|about a third|about a quarter|out of ten|out of 10|out of every|some|intermittent|intermittently|small number|subset|certain|a few|a portion|portion|limited number|small percentage|occasional|occasionally|sporadic|sporadically|partial|handful|at times|periodic|periodically|one of|sometimes|several|a number of|fraction|now and then|from time to time|parts of|part of|for most|random|a share of|a third of|half of|a quarter of|one in|minority|largely|on and off',
    examples: { 'Exports are unavailable for some accounts.': 'exports failing' },
  },
  {
    name: 'one half',
    role: 'half',
    phrases:
      'inbound|outbound|incoming|outgoing|existing|new|other|internal|external|mobile|manual|manually|historical|old|older|already|ongoing|open|desktop|web|android|ios|iphone|safari|chrome|firefox|only|alone|just|text|plain|read only|reading|viewing|receiving|sending|replies|reply|first|second|small|large|larger|smaller|under way|underway|active|started before|created before|begun before|previous|earlier|scheduled|individual|single|direct|test|admin|supervisor|sandbox',
    examples: {
      'Calls work outbound only.': 'works: voice (outbound only)',
      'Outgoing calls work.': 'works: voice (outgoing)',
      'Outgoing calls fail.': 'voice failing',
    },
  },
  {
    name: 'who',
    role: 'whom',
    phrases: 'who|what|whose|anyone|those|customers with|agents with|for accounts',
    examples: {
      'Exports work for accounts on the new gateway.': 'works: exports (for accounts new)',
      'Customers who log in with a password are fine.': 'works: login (who password)',
    },
  },
  {
    name: 'about',
    role: 'about',
    phrases:
      'instead of|rather than|than|compared with|compared to|about|regarding|concerning|related to|filter~ by|during|learn of|hear of|opened from|column for|in front of|shown in|embedded in|link to',
    examples: {
      'Notifications about new emails are late.': 'notifications delayed',
      'Agents hear of new calls late.': 'something delayed',
    },
  },
  {
    name: 'everything',
    role: 'every',
    phrases: 'all|every|each|both|any|entire|whole',
    examples: { 'Search is slow in all pods.': 'search delayed, every' },
  },
  {
    name: 'points back',
    role: 'back',
    phrases:
      'this|these|that|such|further|additional|its|continued|same|future|remaining|underlying|known|reported|potential',
    examples: { 'This issue is being looked at.': 'nothing' },
  },
  {
    name: 'exercises and teams',
    role: 'bearer',
    phrases:
      'drill|exercise|rehearsal|game day|simulation|team|squad|communications group|colleague|engineer|specialist|crew|lead|manager|department|on call engineer|on call team|playbook|runbook|policy|review|retrospective|postmortem|post mortem|training|webinar|plan|planning|bridge|war room|severity|indicator|subscriber|owner|expert|staff|developer|rate limit|checklist|program|project|roadmap|status page',
    examples: {
      'The search outage drill goes ahead.': 'nothing',
      'Our voice team is looking into slow exports.': 'exports delayed',
    },
  },
  {
    name: 'machinery',
    role: 'machinery',
    phrases:
      'change|deploy|deployment|release|configuration|config|server|node|database|certificate|cluster|rollout|patch|hardware|disk|memory|container|cache|dns|upgrade|index|migration|load balancer|firewall|credential|secret|permission|code|dependency|library|query|replica|shard|host|eta|timeline for|timeline to|information|fix|worker|proxy|gateway|broker|lock|thread|token|key|counter|consumer|pipeline|backend|back end|storage|network|switch|router|infrastructure|feature flag|connection pool|data center|datacenter',
    examples: { 'A search node ran out of memory.': 'nothing' },
  },
  {
    name: 'repairs',
    role: 'repair',
    phrases:
      'rolled back|rolling back|rollback|roll back|reverted|reverting|revert|restarted|restarting|scaled|scaling|redeployed|redeploying|rerouted|rebooted|failed over|failover|deployed|released|released a|recent release|recent change|recent deployment|additional capacity|working with our|working with|rerouting|rebuilt|rebuilding|purged|added capacity|adding capacity|re enabled|isolated|patched|upgraded|updated|applied|implemented|identified',
    examples: { 'We have restarted the search service.': 'nothing' },
  },
  {
    name: 'us',
    role: 'us',
    phrases: 'we|our team|our engineer|our engineering team|engineering|engineering team',
    examples: {
      'We are looking at Prod2.': 'nothing',
      'We are working on it.': 'nothing',
    },
  },
  {
    name: 'affected',
    role: 'affected',
    phrases:
      'spread to|spreads to|spreading to|extends to|extended to|expanded to|widened to|this incident to|to this incident|out of order|wrong order|affect~|impact~|effect|experience~|seeing|see~|touched|involved|part of the incident|part of this|concerned|event|incident|interfere~|hit|hits|hitting|suffer~|face~|encounter~|notice~|run~ into|ran into|hurt~|reports of|observe~|report~ that|get an|getting an|receive an',
    examples: {
      'Exports will not be affected.': 'works: exports',
      'We are aware of an event affecting search.': 'search named',
    },
  },
  {
    name: 'looks like trouble or health and is neither',
    role: 'lookalike',
    phrases:
      'human error|live chat agent|chat agent|agents using chat|agents on chat|fewer errors|error log|posted in error|sent in error|a bug|action is required|been doubled|was doubled|voice note|during the outage|during the incident|during that time|during this time|available agent|chat through|next few|last few|few minutes|set to unavailable|email address|phone number|sms number|mobile phone|bulk of|received reports|customer report|bug report|incident report|reports in|report it|search for the cause|search for a|searching for the|searching for a|in search of|is down to|down to|in no time|known issue|part of our|reported issue|for this issue|are tracking|is tracking|currently tracking|tracking this|tracking the|track down|are reporting|is reporting|been reporting|customers reporting|reporting that|platform send|platform attempt|call out|call for|conference call|bridge call|on a call|joined the call|joined a call|incident call|their phone|your phone|on track|route~ traffic|route~ around|users report|agents report|people report|customers report|keep track|report back|will report|report here|report again|now report|critical update|healthy growth|error budget|fault tolerance|fault tolerant|late last|of late|late night|lately|break even|stable release|good news|good progress|good time|good part|good number|good deal|good morning|normal hours|working day|working hours|not only|issue a|takes effect|take effect|in effect|side effect|so far|as available|when available|becomes available|become available|made available|available information|more information is available|further details|data loss|no data loss|without data loss|dropdown|drop down|dropdown menu|drop in|narrowed down|narrowing down|break down|breakdown|slow day|fail safe|backup|back in|be back|come back to you|come back with|back with|check back|write back|we appreciate|hold on|on hold|behind it|behind the|error free|trouble free|incident free|spotted|new issue|further issue|same time|at the same time|bug fix|hotfix|run~ over|per answer',
    examples: {
      'We keep up the search for the cause.': 'nothing',
      'Everyone has joined the call, and we are on track to route traffic past the worker.': 'nothing',
      'Agents report late emails.': 'email delayed',
      'A critical update of the runbook is out.': 'nothing',
      'AI agents take a minute per answer.': 'assistants named',
      'SMS does not run over that network.': 'sms named',
    },
  },
]
