import { wordClass } from '../wordClass.ts'

// Whom and what sentences speak of besides capabilities.

export const PEOPLE = wordClass({
  name: 'people',
  phrases:
    'customer|user|agent|client|visitor|shopper|people|they|it|everyone|tenant|account|organization|organisation|org|company|companies|business',
  examples: {
    'Search fails: EU customers.': 'search failing, prod2',
    'Exports fail in Prod1, 20 customers wrote to us.': 'exports failing, prod1',
  },
})

export const THINGS = wordClass({
  name: 'what is sent, shown or kept',
  phrases:
    'message|conversation|data|result|ticket|request|answer|response|reply|replies|record|page|item|row|note|content|field|session|button',
  examples: {
    'AI agents give no answers.': 'assistants failing',
  },
})

export const POD_WORDS = wordClass({
  name: 'a pod',
  phrases: 'pod|prod|production',
  examples: {
    'Search is slow in production 2.': 'search delayed, prod2',
  },
})

export const PLACES = wordClass({
  name: 'a pod by another name',
  phrases: 'environment|region|cluster|instance|datacenter',
  examples: {
    'Search is slow in all regions.': 'search delayed, every',
    'Search is slow: EU environment.': 'search delayed, prod2',
  },
})

export const REGIONAL = wordClass({
  name: 'what a region has that is on its pod',
  phrases: 'side|traffic|based|hosted|stack|brand|half',
  examples: {
    'Search is slow, EU side.': 'search delayed, prod2',
  },
})

export const ELSEWHERE = wordClass({
  name: 'what may be in another region than its pod',
  phrases: 'number|phone|recipient|country|countries|destination|sit|noon|midnight|time',
  examples: {
    'Texts from Prod1 to numbers in India fail.': 'sms failing, prod1',
  },
})

export const UNITS = wordClass({
  name: 'what a number counts that is no pod',
  phrases: 'minute|min|hour|hr|day|week|am|pm|percent|more|other|of|out',
  examples: {
    'Exports run late in Prod1, 30 minutes now.': 'exports delayed, prod1',
    'Exports fail in Prod1 and 2 other regions.': 'exports failing, others, prod1',
  },
})

export const LABELS = wordClass({
  name: 'labels of a line that tells of no trouble',
  phrases: 'cause|root cause|reason|action|mitigation|background|resolution',
  examples: {
    'Cause: an outage of the API.': 'nothing',
  },
})
