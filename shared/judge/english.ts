/**
 * How trouble is told in English, whoever the vendor is. Phrases are parted by `|`, in lower case; a trailing s is
 * matched by itself. A phrase of several words wins over a shorter one that starts at the same word.
 */
export const ENGLISH = {
  down: 'unavailable|unavailability|inaccessible|outage|offline|not available|not accessible|not reachable|unreachable|is down|are down|was down|were down|be down|went down|go down|goes down|gone down|currently down|completely down|fully down|down for|down in|cannot be accessed|cannot be reached|hard down|full outage|major outage',
  failing:
    'error|fail|failing|failed|failure|unable|cannot|unresponsive|stuck|missing|missed|dropped|dropping|drop|crash|crashing|crashed|broken|lost|losing|blocked|blocking|reject|rejected|rejecting|bounce|bounced|bouncing|incorrect|incorrectly|wrong|duplicate|duplicated|duplicating|blank|freezing|frozen|freeze|spinning|disconnect|disconnected|disconnecting|disconnection|timeout|timed out|timing out|time out|prevent|preventing|prevented|partial outage|inoperable|malfunction|malfunctioning|malformed|no longer able|garbled|corrupted|inability|4xx|5xx|500s|502s|503s|504s|429s|kicked out|out of sync|incomplete|spam|stalled|poor audio|audio quality|one way audio|white screen|stopped|halted|http|cut off|skipped|scrambled|twice|doubled|choke|choking|hang|hanging|vanish|vanished|vanishing|disappear|disappeared|disappearing|greyed out|grayed out|loop|looping|expired|refused|denied|unreadable|empty|unusable|silent|flicker|flickering|ignored|mangled|misrouted|unassigned|unanswered|unsent|undelivered|swallowed|dead|die|dying|cut short|go missing|gone missing|not found|broke|breaking',
  delayed:
    'delay|delayed|delaying|latency|latent|slow|slower|slowly|slowness|slowdown|slow down|sluggish|sluggishness|lag|lagging|laggy|buffering|buffer|backlog|backed up|queued|queueing|queuing|is behind|are behind|lagging behind|falling behind|running behind|fallen behind|longer than|are late|is late|arrive late|arrives late|arriving late|show up late|late arrival|taking longer|take longer|longer load|degraded|degradation|degrade|degrading|load time|loading time|response time|elevated load|performance issue|poor performance|reduced performance|slow performance|performance problem|throttled|throttling|stale|out of date|not in real time|intermittent latency|behind schedule|pending state|remain pending|stay pending|choppy|crawl|crawling|trickle|trickling|piling up|pile up|held up|holding up|held back|hold back|holding back|sit in the queue|sitting in the queue|wait in the queue|waiting in the queue|stall|out of step|trailing',
  /** Trouble without a face: it counts as failing only where the sentence names no other symptom. */
  bare: 'issue|disruption|disrupted|disrupting|problem|interruption|interrupted|trouble|difficulty|difficulties|instability|unstable|impaired|impairment|unreliable|inconsistent|inconsistency|inconsistencies|unexpected behavior|unexpected behaviour|intermittency|instabilities|glitch|abnormality',
  /** Says that something is hit without saying how. */
  hurt: 'affect|affecting|affected|impact|impacting|impacted|effecting|effected|experiencing|experience|experienced|seeing|touched|involved|part of this|part of the incident|event|incident|interfere|interfering',
  /** The thing works, or never stopped. */
  well: 'restored|recovered|operational|unaffected|unimpacted|not affected|not impacted|healthy|functional|nominal|back to normal|back online|back up|returned to normal|return to normal|returned to full|working again|working normally|working as expected|working as normal|working as intended|working as designed|working as usual|working correctly|working properly|working fine|works|work normally|work as expected|work as normal|work as usual|route as normal|still work|functioning|operating|continue to work|continue working|continues to work|continue to function|continue to operate|continue to be available|remain available|remained available|remain accessible|remain functional|remain online|available again|now available|now accessible|accessible again|is accessible|are accessible|flowing normally|normally|normal|working now|now working|is now working|up and running|caught up|is fine|are fine|is up|are up|is working|are working|running normally|sending again|delivering again|loading again|flowing again|routing again|is stable|are stable|remain stable|resumed',
  /** The matter is said to be over: it frees a thing only where something else stays hit. */
  over: 'resolved|fixed|mitigated|cleared|corrected|solved|remediated',
  /** Nobody: with "can" it is down, with "affected" it is fine. */
  none: 'nobody|no one|no user|no agent|no customer|none of',
  not: 'not|never|isnt|arent|cant|couldnt|doesnt|dont|wont|wasnt|werent|hasnt|havent|didnt|wouldnt|shouldnt|nor|neither',
  no: 'no|without|zero|nothing',
  /** Takes the force out of words of recovery: not yet, not wholly. */
  notYet:
    'will|should|be|until|once|being|begin|beginning|began|begun|starting|started|partly|mostly|most|gradually|soon|expected|expect|ensure|when|improving|trying|attempting|working to|is working on|is working to|is working with|is working through|are working on|are working to|are working with|are working through|is working toward|are working toward|in the process|if|majority|before|may|might|start|confirm|verify|working towards|working on|in order to|to bring|to get|to return|to restore|to make|so that|would|aim|aiming|continue to work with|continue to work on|continue to work to|continue to work toward|continue to work through|continue working on|continue working with|continue working to|works on|works with|works to|work on|work with|bring|bringing|getting|returning',
  /** Fewer than all: softens "unavailable" to failing. */
  some: 'some|intermittent|intermittently|small number|subset|certain|few|a portion|limited number|small percentage|occasional|occasionally|sporadic|sporadically|partial|partially|handful|at times|periodic|periodically|small subset|one of',
  prep: 'for|of|via|through|by|on|in|within|from|across|to|with|using|into|over|inside|throughout|at|upon|during|between|per|based on|against',
  /** Between a thing and what follows: this is no complement of the thing. */
  link: 'cause|causing|that may|which may|resulting in|result in|leading to|lead to|affecting|impacting|when|where|as well as affecting|making|leaving|including|such as|like|namely|specifically|particularly|especially',
  and: 'and|or|plus|as well as|along with|together with|nor|additionally|which|while',
  but: 'but|however|though|although|whereas|meanwhile',
  except:
    'except|except for|non|excluding|other than|apart from|aside from|rather than|instead of|with the exception of|besides|outside of|not including|as opposed to|but not|exception is|exceptions are|exception being',
  /** Others, whose trouble is a cause and not ours to tell. */
  party:
    'vendor|provider|carrier|third party|thirdparty|upstream|partner|hosting company|cloud provider|their side|their end|their team|isp|data center provider',
  cause:
    'due to|caused by|because|because of|as a result of|stemming from|owing to|traced to|was triggered by|were triggered by|is triggered by|been triggered by|issue triggered by|attributed to|root cause|thanks to|originating from|following a|following an|resulting from|result of|traced',
  when: 'once|after|before|until|prior to|as soon as',
  /** From here on the sentence says how to reach people or get by, not what is hit. */
  contact:
    'reach out|reach us|reach our|reach support|contact|contact us|contacting|get in touch|submit a|open a ticket|email us|write to us|write us|call us|let us know|reply to|message us|chat with us|refer to|subscribe|workaround|work around|in the meantime|as an alternative|alternatively|get hold|via support|to be notified|support team|our support|support is|support are|support can|receive updates|support via|support through|support at|support by|visit',
  /** Insides of the machine: their trouble explains, it is not what people feel. */
  inside:
    'change|deploy|deployment|release|configuration|config|server|node|database|certificate|cluster|rollout|patch|hardware|disk|memory|container|cache|dns|upgrade|index|migration|load balancer|firewall|credential|secret|permission|code|dependency|library|query|replica|shard|region|host|eta|estimate|timeline for|timeline to|information|fix|worker|proxy|gateway|broker|lock|process|thread|node|token|key|counter',
  /** Looks like a symptom and is none. */
  neutral:
    'out of order|wrong order|search for the cause|search for a|searching for the|searching for a|in search of|is down to|are down to|was down to|down to|down by|is down from|error rate fall|in no time|known issue|part of our|reported issue|for the issue|for this issue|are tracking|is tracking|be tracking|currently tracking|tracking this|tracking the|tracking down|are reporting|is reporting|been reporting|were reporting|customers reporting|customer reporting|user reporting|agent reporting|client reporting|reporting that|started reporting|platform send|platform attempt|platform tries',
  /** Who mends it: "we are working" says nothing of what works. */
  us: 'we|our team|our engineer|our engineering team|team|engineer|engineering',
  every: 'all|every|each',
  /** Finite verbs: a clause with one is no mere item of a list. */
  verb: 'is|are|was|were|has|have|may|might|can|could|remain|continue',
  /** Says of whom or of what something is told: what follows is no subject. */
  about: 'about|regarding|concerning|related to',
  who: 'who|what|whose|using|already|anyone|those',
  narrow:
    'inbound|outbound|incoming|outgoing|existing|new|other|internal|external|mobile|manual|historical|old|older',
  advice:
    'if you|if this|if the|if any|if issues|if problems|should you|we recommend|we advise|we suggest|please do not|please avoid',
  /** Objects of repair: named, not hit. */
  repair:
    'rolled back|rolling back|rollback|roll back|reverted|reverting|revert|restarted|restarting|scaled|scaling|redeployed|redeploying|rerouted|rebooted|failed over|failover|deployed|released|released a|recent release|recent change|recent deployment|new version|additional capacity|working with our|working with the|working with|re routing|rerouting|rebuilt|rebuilding|purged',
  /** Makes "the issue" the one already spoken of. */
  anaphor:
    'this|these|that|those|any|such|further|additional|lingering|its|continued|same|potential further|future|remaining|other|underlying',
} as const

export type Sense = keyof typeof ENGLISH
