import type { Rule } from '../rule.ts'

/** The joints of a sentence. */
export const grammar: readonly Rule[] = [
  {
    name: 'prepositions',
    role: 'preposition',
    phrases:
      'for|of|via|through|by|on|in|within|from|across|to|with|into|over|inside|throughout|at|upon|between|per|based on|against|while using|under|out of|onto|using|among|toward|towards|as|attached to',
    examples: { 'Search in the timeline is slow.': 'search delayed' },
  },
  {
    name: 'links',
    role: 'link',
    phrases:
      'cause|causes|caused|causing|that may|which may|resulting in|result in|results in|leading to|lead to|leads to|affecting|impacting|where|making|made|makes|leaving|including|includes|such as|like|namely|specifically|particularly|especially|that is|for example|whenever',
    examples: {
      'An issue at our provider has made search unavailable.': 'search down',
      'An event is causing delays in email.': 'email delayed',
    },
  },
  {
    name: 'and',
    role: 'and',
    phrases: 'and|or|plus|as well as|along with|together with|additionally|which|while',
    examples: {
      'Voice and SMS work.': 'works: sms, voice',
      'Exports work in Prod1 and Prod2.': 'works: exports',
      'Exports fail in Prod1 and Prod2 is fine.': 'exports failing, prod1; spared: prod2',
      'Search and exports are slow.': 'exports delayed, search delayed',
    },
  },
  {
    name: 'but',
    role: 'but',
    phrases:
      'but|however|though|although|whereas|meanwhile|yet|even though|despite|in spite of|otherwise|only that',
    examples: {
      'Search is not slow but exports fail.': 'exports failing; works: search',
      'Search is not affected but slow.': 'search delayed',
      'Search works, but exports are slow.': 'exports delayed; works: search',
    },
  },
  {
    name: 'the same',
    role: 'same',
    phrases:
      'the same happens to|the same goes for|the same holds for|the same is true of|the same applies to|this holds for|this goes for|so is|so are|and so is|and so are|and so do|and so does|likewise|ditto for',
    examples: {
      'Search is slow; the same goes for exports.': 'exports delayed, search delayed',
      'Calls work, and so do texts.': 'works: sms, voice',
    },
  },
  {
    name: 'verbs',
    role: 'verb',
    phrases: 'is|are|was|were|has|have|could|remain|remains|continue|continues|look|seem to|appear to',
    examples: {
      'Search is not slow.': 'works: search',
      'Prod1 and Prod4 look healthy.': 'spared: prod1, prod4',
      'Search is slow.': 'search delayed',
    },
  },
  {
    name: 'plain words',
    role: 'plain',
    phrases:
      'do|does|did|also|then|end customer|end user|own|right|happens to|the one thing|the only thing|the|a|an|our|your|their|it|they|service|channel|functionality|feature|function|component|product|message|messaging|conversation|delivery|performance|access|usage|traffic|operation|everyone|everybody|customer|user|agent|account|client|organization|organisation|org|people|full|fully|completely|entirely|again|usual|expected|now|currently|today|still|since|already working|properly|correctly|well|quite|much|very|so|too|here|there|been|everywhere|utc|gmt|et|est|edt|pt|pst|pdt|cet|cest|ist|am|pm|approximately|around|minutes|minute|hour|hours|kustomer|confirmed|pleased|happy|system|application|tool|site|website|page|side|itself|themselves|regular|standard|standards|levels|level|speeds|speed|rates|rate|state|status|please|note|monitor|take',
    examples: {
      'The chat service works again for all customers.': 'works: chat',
      'Email takes 15 minutes in Prod2.': 'email named, prod2',
    },
  },
]
