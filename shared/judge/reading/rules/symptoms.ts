import type { Rule } from '../rule.ts'

/** How trouble is told, worst first. A phrase that stands in two rules belongs to the first. */
export const symptoms: readonly Rule[] = [
  {
    name: 'out of reach for everyone',
    role: 'symptom',
    effect: 'down',
    phrases:
      'nonoperational|nonfunctional|unavailable|unavailability|disabled|turned off|out of reach|inaccessible|unreachable|outage|offline|not available|not accessible|not reachable|out of service|hard down',
    examples: {
      'Search is unavailable.': 'search down',
      'There is an outage of voice in Prod1.': 'voice down, prod1',
    },
  },
  {
    name: 'cannot be reached',
    role: 'symptom',
    effect: 'down',
    phrases:
      'cannot be accessed|cannot be reached|cannot access|unable to access|cannot reach|unable to reach|cannot get into|cannot open|stopped working|not working at all',
    examples: { 'Agents cannot access the knowledge base.': 'knowledge-base down' },
  },
  {
    name: 'is down',
    role: 'symptom',
    effect: 'down',
    predicate: true,
    phrases: 'down|dark',
    examples: { 'Exports are currently down.': 'exports down' },
  },
  {
    name: 'only behind',
    role: 'symptom',
    effect: 'delayed',
    phrases:
      'not fast|cannot keep up|unable to keep up|not up to date|not current|not yet reflected|not as quickly|not in real time|not immediately',
    examples: { 'Dashboards are not up to date.': 'analytics delayed' },
  },
  {
    name: 'errors',
    role: 'symptom',
    effect: 'failing',
    phrases:
      'error|fail~|failure|4xx|5xx|500s|502s|503s|504s|429s|http|exception|crash~|timeout|time out|times out|timed out|timing out|malfunction~|denied|deny|refuse~|reject~|expire~|bounce~|invalid|bad gateway|choke~|throw~|fault',
    examples: { 'The API returns 503s.': 'api failing', 'Exports fail.': 'exports failing' },
  },
  {
    name: 'people cannot',
    role: 'symptom',
    effect: 'failing',
    phrases:
      'unable|cannot|inability|no longer able|prevent~|block~|stop~|struggle~|impossible|not possible|have to refresh|lock~ out|kick~ out|unexpectedly|shut out|inoperable|unusable|halt~|ceased|suspended|paused|not going|out of use',
    examples: { 'Agents are unable to place calls.': 'voice failing' },
  },
  {
    name: 'broken',
    role: 'symptom',
    effect: 'failing',
    phrases:
      'broken|broke|breaking|breaks|break|dead|die|dies|dying|partial outage|partially unavailable|not responding|unresponsive|stuck|stall~|frozen|freeze~|froze|hang|hangs|hanging|hung|spinning|spin|spins|spinner|endlessly|forever|never finish~|never complete~|never load~|never arrive~|greyed out|grayed out|loop~|flicker~|white screen|white page|blank|blank page|blank screen|silent|mute',
    examples: {
      'The timeline is stuck on a blank page.': 'timeline failing',
      'The knowledge base shows a spinner that never ends.': 'knowledge-base failing',
    },
  },
  {
    name: 'lost on the way',
    role: 'symptom',
    effect: 'failing',
    phrases:
      'missing|missed|miss|misses|lost|lose|loses|losing|drop|dropping|dropped|drops|disconnect~|disappear~|vanish~|swallow~|ignore~|skip~|unsent|undelivered|unanswered|unassigned|misrouted|go missing|gone missing|went missing|going missing|not found|cut off|cut out|cutting out|cut short|truncated|incomplete|only part of|come back empty|coming back empty|empty|nothing happens|no result|no sound|no audio|show nothing|shows nothing|see nothing|get nothing|leave~ out|lacking|lack|lacks|not show up|not showing up|not saved|not sync~|not persist~|never reach~',
    examples: {
      'Calls cut out after a minute.': 'voice failing',
      'Saved searches come back empty.': 'search failing',
      'Surveys go missing.': 'csat failing',
    },
  },
  {
    name: 'wrong or doubled',
    role: 'symptom',
    effect: 'failing',
    phrases:
      'incorrect|incorrectly|wrong|wrongly|duplicate~|double~|twice|more than once|malformed|garbled|scrambled|corrupt~|mangled|unreadable|out of sync|mismatch~|repeatedly|spam|inaccurate|inflated|multiple times|several times|repeat~|distorted|echo|static|robotic|one way audio|audio quality|call quality',
    examples: { 'Customers receive emails twice.': 'email failing' },
  },
  {
    name: 'slow',
    role: 'symptom',
    effect: 'delayed',
    phrases:
      'take~ forever|take~ hours|take~ several minutes|take~ minutes|dawdle~|creep~|take~ up to|ages|slow|slower|slowly|slowness|slow~ down|slowdown|sluggish|sluggishness|latency|latent|lag|lags|lagging|lagged|laggy|crawl~|drag~|degrade~|degradation|load time|loading time|response time|take~ longer|took longer|longer than|long time|a while to|takes a while|performance issue|poor performance|performance problem|throttle~|choppy|congestion|congested|bottleneck|reduced capacity|minutes to show|long wait|wait time|waiting time',
    examples: {
      'Searches are slow.': 'search delayed',
      'Opening the knowledge base takes forever.': 'knowledge-base delayed',
      'The timeline takes a while to open.': 'timeline delayed',
    },
  },
  {
    name: 'late',
    role: 'symptom',
    effect: 'delayed',
    phrases:
      'delay~|late|later than|belated|belatedly|stale|out of date|outdated|behind|behind schedule|lag~ behind|trail~|hours old|overdue|minutes after|hours after|eventually|lingering|delayed by|deferred|out of step',
    examples: { 'Dashboards run an hour behind.': 'analytics delayed', 'SMS arrive late.': 'sms delayed' },
  },
  {
    name: 'waiting in line',
    role: 'symptom',
    effect: 'delayed',
    phrases:
      'backlog|backlogged|backed up|back~ up|pile~ up|build~ up|queue~ up|queued|queuing|queueing|buffer~|held up|hold~ up|held back|hold~ back|held|sit~ in the queue|trickle~|catch~ up|catching up|draining|drain|drains|work~ through the|being replayed|re run|rerun~|replay~|being cleared|in the queue|being retried|being redelivered|reprocess~|being processed|still processing|backfill~|resend~|resent|waiting to be sent|awaiting',
    examples: {
      'Webhooks queued during the outage are being replayed.': 'webhooks delayed',
      'A backlog of emails is being worked through.': 'email delayed',
    },
  },
  {
    name: 'trouble of no particular kind',
    role: 'symptom',
    phrases:
      'issue|disruption|disrupt~|problem|interruption|interrupt~|trouble|difficulty|difficulties|instability|unstable|impair~|impairment|unreliable|unreliably|inconsistent|inconsistently|inconsistency|inconsistencies|unexpected behavior|unexpected behaviour|glitch~|anomaly|anomalies|hiccup|misbehave~|acting up|act~ up|badly|poor|poorly|flaky|patchy|erratic|spotty|bug|malfunction|fault~',
    examples: {
      'There is an issue with Instagram.': 'instagram failing',
      'There is an issue with Instagram that causes delays.': 'instagram delayed',
      'Our team is working on the issue.': 'nothing',
    },
  },
]
