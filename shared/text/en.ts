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
      outside: 'Sending files in our chat may take longer right now.',
      works: 'You can still send text.',
    },
    'attachments-failing': {
      headline: 'Files may not go through right now.',
      outside: 'Sending files in our chat may not work right now.',
      works: 'You can still send text.',
    },
    maintenance: {
      headline: 'Planned work on our chat is under way.',
      works: 'If something doesn’t work, please try again a little later.',
    },
    possible: {
      headline: 'You might notice some trouble in our chat.',
      works: 'You can still try writing to us. If a message fails, please send it again.',
    },
    recovering: {
      headline: 'Had trouble in our chat? It should get better soon.',
      works: 'If something still fails, please try again.',
    },
    back: {
      headline: 'Our chat is back to normal.',
      works: 'Thank you for your patience.',
    },
  },
  sending: 'Trouble sending?',
  missing: 'If our chat doesn’t appear, please try again a little later.',
  working: 'It’s being worked on.',
  since: 'Known since {time}.',
  contact: 'You can also reach us here: {contact}',
  asOf: 'Last checked {time}.',
  own: 'A message from our team',
  until: 'We expect this until {time}.',
  example: 'Example',
  region: 'About our chat',
  close: 'Close this notice',
  open: 'Show the notice about our chat',
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
  several: [
    'attachments',
    'voice',
    'workflow',
    'assistants',
    'webhooks',
    'notifications',
    'csat',
    'analytics',
    'exports',
    'bulk-jobs',
  ],
  when: ', since {time}',
  since: 'since {time}',
  sinceFor: 'since {time} ({length})',

  ok: 'No trouble is reported for {pod}.',
  unknown: 'The status of {pod} is unknown.',
  notListed: 'There’s no status for {pod}.',
  confirmed: {
    down: {
      since: {
        one: '{what} hasn’t been working on {pod} {when}.',
        other: '{what} haven’t been working on {pod} {when}.',
      },
      now: { one: '{what} isn’t working on {pod}.', other: '{what} aren’t working on {pod}.' },
    },
    failing: {
      since: {
        one: '{what} has had errors on {pod} {when}.',
        other: '{what} have had errors on {pod} {when}.',
      },
      now: { one: '{what} has errors on {pod}.', other: '{what} have errors on {pod}.' },
    },
    delayed: {
      since: {
        one: '{what} has had delays on {pod} {when}.',
        other: '{what} have had delays on {pod} {when}.',
      },
      now: { one: '{what} has delays on {pod}.', other: '{what} have delays on {pod}.' },
    },
    maintenance: {
      since: {
        one: '{what} has been under maintenance on {pod} {when}.',
        other: '{what} have been under maintenance on {pod} {when}.',
      },
      now: { one: '{what} is under maintenance on {pod}.', other: '{what} are under maintenance on {pod}.' },
    },
    notice: {
      since: {
        one: 'A notice has applied to {pod} {when}: {what}.',
        other: 'A notice has applied to {pod} {when}: {what}.',
      },
      now: { one: 'A notice applies to {pod}: {what}.', other: 'A notice applies to {pod}: {what}.' },
    },
  },
  possible: {
    down: {
      since: '{what} may not have been working on {pod} {when}.',
      now: '{what} may not be working on {pod}.',
    },
    failing: {
      since: '{what} may have had errors on {pod} {when}.',
      now: '{what} may have errors on {pod}.',
    },
    delayed: {
      since: '{what} may have had delays on {pod} {when}.',
      now: '{what} may have delays on {pod}.',
    },
    maintenance: {
      since: '{what} may have been under maintenance on {pod} {when}.',
      now: '{what} may be under maintenance on {pod}.',
    },
    notice: {
      since: 'A notice may apply to {pod}: {what}.',
      now: 'A notice may apply to {pod}: {what}.',
    },
  },
  also: 'Also affected: {what}.',
  perhapsAlso: 'Possibly also affected: {what}.',
  lastKnown: 'Affected at last check: {what}.',
  perhapsLastKnown: 'Possibly affected at last check: {what}.',
  recovering: 'A fix is in place and being monitored.',
  uncertain: 'It isn’t confirmed that this pod is affected.',

  impact: {
    down: '{what}: not working{when}.',
    failing: '{what}: errors{when}.',
    delayed: '{what}: delays{when}.',
    maintenance: '{what}: scheduled maintenance{when}.',
    notice: '{what}: a notice{when}.',
  },
  possibleImpact: {
    down: '{what}: possibly not working{when}.',
    failing: '{what}: possibly errors{when}.',
    delayed: '{what}: possibly delays{when}.',
    maintenance: '{what}: possibly scheduled maintenance{when}.',
    notice: '{what}: a notice may apply{when}.',
  },
  certain: 'Confirmed for this pod.',
  phases: {
    investigating: 'The vendor is investigating.',
    identified: 'The vendor has identified the cause.',
    monitoring: 'A fix is in place and being monitored.',
    in_progress: 'The maintenance is in progress.',
    verifying: 'The maintenance is being verified.',
  },
  because: {
    component: 'The status page lists “{text}”.',
    title: 'The report is titled “{text}”.',
    update: 'An update says “{text}”.',
    note: 'Note: {text}',
  },

  reasons: {
    'not-listed': 'The status page doesn’t list this pod and reports nothing about it.',
    incomplete: 'The status page lists only part of this pod.',
    stale: 'The last news is too old to rely on.',
    'not-a-pod': 'That isn’t the name of a pod.',
    offline: 'The status page can’t be reached. You may be offline.',
    'http-error': 'The status page returned an error.',
    'rate-limited': 'The status page asked Podlight to wait.',
    timeout: 'The status page took too long to respond.',
    empty: 'The status page’s response was empty.',
    'too-large': 'The status page’s response was too large to read.',
    html: 'A web page came back instead of status data. This network may want you to sign in.',
    truncated: 'The status page’s response was cut short.',
    'not-json': 'The status page’s response couldn’t be read.',
    'not-a-feed': 'The response holds no status data.',
    'other-page': 'The response is from another status page. It may have moved.',
    'old-copy': 'The status page sent an older copy of its news.',
    'other-vendor': 'The response is about another service.',
    'never-asked': 'The status page hasn’t been checked yet.',
  },
  noReason: 'The reason isn’t known.',
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

  planned: 'Scheduled maintenance on {pod}: {what}, {range}.',
  plannedFrom: 'Scheduled maintenance on {pod}: {what}, from {time}.',
  plannedFor: 'Scheduled maintenance on {pod}: {what}, time not announced yet.',
}
