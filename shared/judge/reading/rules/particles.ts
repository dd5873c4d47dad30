import { wordClass } from '../wordClass.ts'

// Small words by what they do beside nouns and verbs.

export const DETERMINERS = wordClass({
  name: 'before a noun',
  phrases: 'the|a|an|our|any|all|other|known|further|additional|significant',
  examples: {
    'Search is not the problem.': 'works: search',
    'Exports are slow in the US.': 'exports delayed, prod1',
  },
})

export const ADVERBS = wordClass({
  name: 'beside a verb',
  phrases:
    'also|now|currently|then|still|always|fully|properly|correctly|consistently|immediately|successfully|negatively|directly|even|yet',
  examples: {
    'Exports are not fully operational.': 'exports named',
    'We are currently routing conversations by hand.': 'nothing',
  },
})

export const CONDITIONS = wordClass({
  name: 'sets the scene up to the first comma',
  phrases: 'if|when|whenever|while',
  examples: {
    'If search is slow, please wait.': 'nothing',
    'Errors are caused by an expired key when agents search.': 'search failing, search named',
  },
})

export const RELATIVES = wordClass({
  name: 'goes on about a noun',
  phrases: 'who|which|whose|that',
  examples: {
    'Our carrier, which carries voice, has an outage.': 'something down',
  },
})

export const EVERYWHERE = wordClass({
  name: 'on every pod',
  phrases: 'globally|worldwide|global',
  examples: {
    'Search is slow worldwide.': 'search delayed, every',
    'Search is slow worldwide but exports work.': 'search delayed, every; works: exports',
  },
})

export const BEFORE_PODS = wordClass({
  name: 'between "all" and the pods',
  phrases: 'our|of|the|two|three|four|five|active|regional',
  examples: {
    'Search is slow in all three pods.': 'search delayed, every',
  },
})

export const UP_TO = wordClass({
  name: 'before the last of a range',
  phrases: 'to|through|thru',
  examples: {
    'Search fails in Prods 1 through 4.': 'search failing, prod1, prod2, prod3, prod4',
    'Search fails in prod 1-3.': 'search failing, prod1, prod2, prod3',
    'Search fails in Prod1 to Prod4.': 'search failing, prod1, prod2, prod3, prod4',
    'Traffic moved from Prod1 to Prod4.': 'prod1, prod4',
    'Search fails in prod1–prod2.': 'search failing, prod1, prod2',
  },
})
