import type { AgentWords, CustomerWords } from './keys.ts'

// Two exports, so that whoever speaks to customers alone ships nothing else.

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Our chat is a little slow right now.',
      works: 'You can still write to us. Replies may take longer.',
    },
    'chat-failing': {
      headline: 'Some chat messages may not go through right now.',
      works: 'You can still write to us. If a message fails, please send it again.',
    },
    'chat-down': {
      headline: 'Sorry, our chat isn’t working right now.',
      works: 'Please try again a little later.',
    },
    'attachments-delayed': {
      headline: 'Files may take longer to send right now.',
      works: 'You can still send text.',
    },
    'attachments-failing': {
      headline: 'Files may not go through right now.',
      works: 'You can still send text.',
    },
    maintenance: {
      headline: 'Planned work on our chat is under way.',
      works: 'If something doesn’t work, please try again a little later.',
    },
    possible: {
      headline: 'You might notice some trouble in this chat.',
      works: 'You can still try writing to us. If a message fails, please send it again.',
    },
    recovering: {
      headline: 'Had trouble in this chat? It should get better soon.',
      works: 'If something still fails, please try again.',
    },
    back: {
      headline: 'Our chat is back to normal.',
      works: 'Thank you for your patience.',
    },
  },
  working: 'It’s being worked on.',
  since: 'It’s been like this since {time}.',
  contact: 'You can also reach us here: {contact}',
}

export const agent: AgentWords = {
  capabilities: {
    chat: 'chat',
    attachments: 'attachments in chat',
    email: 'email',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    facebook: 'Facebook',
    instagram: 'Instagram',
    twitter: 'Twitter',
    voice: 'voice calls',
    login: 'signing in',
    'web-client': 'the web app',
    timeline: 'the customer timeline',
    search: 'search',
    routing: 'routing',
    workflow: 'workflows',
    assistants: 'assistants and AI agents',
    api: 'the API',
    webhooks: 'webhooks',
    'knowledge-base': 'the knowledge base',
    notifications: 'notifications',
    csat: 'satisfaction surveys',
    analytics: 'analytics',
    exports: 'exports',
    'bulk-jobs': 'bulk jobs',
    tracking: 'tracking',
    registration: 'registration',
    'audit-log': 'the audit log',
    platform: 'the platform (no part named)',
  },
  more: { one: '{count} more', other: '{count} more' },
  when: ', since {time}',

  ok: 'No trouble is reported for {pod}.',
  unknown: 'We cannot tell how {pod} is doing.',
  notListed: 'There is no news about {pod}.',
  confirmed: {
    down: '{pod} has an outage: {what}{when}.',
    failing: '{pod} has errors: {what}{when}.',
    delayed: '{pod} has delays: {what}{when}.',
    maintenance: '{pod} has planned work: {what}{when}.',
    notice: '{pod} has a notice: {what}{when}.',
  },
  possible: {
    down: '{pod} may have an outage: {what}{when}.',
    failing: '{pod} may have errors: {what}{when}.',
    delayed: '{pod} may have delays: {what}{when}.',
    maintenance: '{pod} may have planned work: {what}{when}.',
    notice: '{pod} may be meant by a notice: {what}{when}.',
  },
  also: 'Also affected: {what}.',
  perhapsAlso: 'Perhaps also affected: {what}.',
  lastKnown: 'Affected when we last knew: {what}.',
  perhapsLastKnown: 'Perhaps affected when we last knew: {what}.',
  recovering: 'A fix is being watched.',
  uncertain: 'The report does not name this pod, so it is not certain.',

  impact: {
    down: '{what}: not working{when}.',
    failing: '{what}: errors{when}.',
    delayed: '{what}: delays{when}.',
    maintenance: '{what}: planned work{when}.',
    notice: '{what}: a notice{when}.',
  },
  possibleImpact: {
    down: '{what}: perhaps not working{when}.',
    failing: '{what}: perhaps errors{when}.',
    delayed: '{what}: perhaps delays{when}.',
    maintenance: '{what}: perhaps planned work{when}.',
    notice: '{what}: perhaps meant by a notice{when}.',
  },
  certain: 'Confirmed for this pod.',
  phases: {
    investigating: 'The vendor is looking for the cause.',
    identified: 'The vendor says that it has found the cause.',
    monitoring: 'A fix is in place and is being watched.',
    in_progress: 'The work is going on.',
    verifying: 'The work is being checked.',
  },
  because: {
    component: 'The status page lists “{text}”.',
    title: 'The report is titled “{text}”.',
    update: 'An update says “{text}”.',
    note: 'Note: {text}',
  },

  reasons: {
    'not-listed': 'The status page does not list this pod and reports nothing about it.',
    incomplete: 'The status page lists this pod only in part.',
    stale: 'The last news is too old to rely on.',
    'not-a-pod': 'This is not the name of a pod.',
    offline: 'The status page cannot be reached. Perhaps this device is offline.',
    'http-error': 'The status page answered with an error.',
    'rate-limited': 'The status page asked us to wait before we ask again.',
    timeout: 'The status page took too long to answer.',
    empty: 'The status page sent an empty answer.',
    'too-large': 'The status page sent an answer too large to read.',
    html: 'A web page came instead of status news. Perhaps this network wants you to sign in.',
    truncated: 'The answer of the status page broke off.',
    'not-json': 'The answer of the status page could not be read.',
    'not-a-feed': 'The answer holds no status news.',
    'other-page': 'The answer came from another status page. Perhaps it has moved.',
    'other-vendor': 'The answer is about another service.',
    'never-asked': 'The status page has not been asked yet.',
  },
  noReason: 'The reason is not known.',
  news: 'News from {ago}.',
  newsOf: 'News as of {time}.',

  dueIn: 'Next update due {in}.',
  dueNow: 'Next update due now.',
  overdueMinutes: {
    one: 'Next update overdue by {count} minute.',
    other: 'Next update overdue by {count} minutes.',
  },
  overdueHours: {
    one: 'Next update overdue by {count} hour.',
    other: 'Next update overdue by {count} hours.',
  },
  overdueDays: {
    one: 'Next update overdue by {count} day.',
    other: 'Next update overdue by {count} days.',
  },
  dueAt: 'Next update due {time}.',
  wasDueAt: 'An update was due {time}.',

  planned: 'Planned work on {pod}: {what}, {range}.',
  plannedFrom: 'Planned work on {pod}: {what}, from {time}.',
  plannedFor: 'Planned work on {pod}: {what}, time not known yet.',
}
