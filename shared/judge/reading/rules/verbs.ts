import { wordClass } from '../wordClass.ts'

// What verbs do, where it matters more than what they mean.

export const AUXILIARIES = wordClass({
  name: 'auxiliaries besides the verbs of the grammar',
  phrases: 'be|been|being|had|get|getting',
  examples: {
    'Emails are not being sent.': 'email failing',
  },
})

export const MODALS = wordClass({
  name: 'after these comes a verb',
  phrases: 'to|do|does|did|will|would|can|could|cant|couldnt|doesnt|dont|didnt|wont|wouldnt',
  examples: {
    "Agents can't export.": 'exports failing',
    'Exports will not be affected.': 'works: exports',
  },
})

export const PLURAL_VERBS = wordClass({
  name: 'said of more than one',
  phrases: 'are|were|have',
  examples: {
    'Emails in Prod1 and Prod2 were fine.': 'works: email',
  },
})

export const ABILITY = wordClass({
  name: 'to get at something',
  phrases: 'get|has|have|reach~|access~|use~|open~|log in|sign in',
  examples: {
    'Nobody gets past the login page.': 'login down',
  },
})

export const INABILITY = wordClass({
  name: 'not to get at something',
  phrases: 'cannot|unable|inability|impossible|who',
  examples: {
    'Customers cannot contact support by chat.': 'chat failing',
    'Customers who reach out by SMS get errors.': 'sms failing',
  },
})

export const PERCEPTION = wordClass({
  name: 'to see something, be it good or bad',
  phrases: 'see~|seeing|notice~|observe~|get an|getting an|receive an',
  examples: {
    'Agents are not seeing emails.': 'email failing',
    'Agents are not seeing errors in search.': 'works: search',
  },
})

export const SHARING = wordClass({
  name: 'to have the trouble too',
  phrases: 'see~|seeing|show~|have|share~|experience~|exhibit~|suffer~|notice~',
  examples: {
    'Prod4 isn’t seeing this.': 'spared: prod4',
    'Search does not show this.': 'works: search',
  },
})

export const LOSS = wordClass({
  name: 'to be lost',
  phrases: 'lost|lose|losing|missing|missed|drop|dropped|dropping|corrupt~|swallow~',
  examples: {
    'No SMS has been lost or rejected.': 'nothing',
    'None of the emails are lost or rejected.': 'nothing',
  },
})

export const HANDLING = wordClass({
  name: 'done to messages and the like',
  phrases: 'sent|received|shown|saved|recorded|created|applied|appear',
  examples: {
    'The questionnaire is not being sent.': 'something failing',
  },
})

export const OPEN_MATTERS = wordClass({
  name: 'leaves open what is denied',
  phrases:
    'just|one|it|this|that|so|enough|everyone|expect~|anticipate~|know|believe~|need|require~|want|clear|sure|aware|confirmed|identified|related|specific|limited|confined|restricted|help|over|done|change~|depend~|rely|relies|use',
  examples: {
    'The search for the cause is not over.': 'nothing',
    'Saved views do not use search.': 'search named',
  },
})

export const ANTICIPATION = wordClass({
  name: 'what nobody expects or needs',
  phrases: 'expect~|anticipate~|need',
  examples: {
    'No errors in search are left, and none are expected.': 'works: search (left)',
    'No errors are seen and none are expected.': 'nothing',
  },
})

export const REACHING = wordClass({
  name: 'to get at the product, or to be in it',
  phrases: 'access~|open~|load~|reach~|use~|in|into|across|throughout|of|with|inside|within|to',
  examples: {
    'Agents cannot get into Kustomer.': 'platform down',
    'Opening Kustomer ends in errors.': 'platform failing',
  },
})

export const COMPANY_ACTS = wordClass({
  name: 'what a company does about an incident',
  phrases: 'aware|investigate~|know|working',
  examples: {
    'Kustomer is not aware of a cause.': 'nothing',
  },
})

export const IMPACT = wordClass({
  name: 'to affect others',
  phrases: 'affect~|impact~',
  examples: {
    'An outage at our carrier is affecting voice.': 'voice named',
  },
})
