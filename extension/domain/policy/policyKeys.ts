import type { PolicyKeyName } from './policyKeyNames.ts'

/** How a value is written: true or false, a text, a list of texts, or a table of names and texts. */
export type PolicyType = 'boolean' | 'text' | 'list' | 'table'

export interface PolicyKey {
  readonly type: PolicyType
  readonly title: string
  /** For administrators, in one or two sentences. */
  readonly about: string
  /** What a company might write. */
  readonly example: boolean | string | readonly string[] | Readonly<Record<string, string>>
}

const key = <T extends PolicyKey>(one: T): T => one

/**
 * Everything that a company can set by policy: the schema that Chromium loads, the examples, the templates for Windows
 * and the tables in the documents are made from it. Keys are flat, and nothing is deeper than a table of texts, since
 * the Windows registry and most consoles hold no more.
 */
export const POLICY_KEYS = {
  pods: key({
    type: 'list',
    title: 'Pods to watch',
    about: 'The pods that your team works on, the most important first: “prod” and a number.',
    example: ['prod2'],
  }),
  feed: key({
    type: 'text',
    title: 'Where status comes from',
    about:
      'Your company’s relay or copy of the status page, an address that begins with https://. A relay’s host alone stands for its /v1/kustomer/summary.json, to which what people use and mute applies. It must send the header Access-Control-Allow-Origin: *. Left out, Podlight reads Kustomer’s status page.',
    example: 'https://status.example.com/api/v2/summary.json',
  }),
  notUsed: key({
    type: 'list',
    title: 'What your team doesn’t use',
    about:
      'Features that the icon, the popup and notifications leave out. An empty list means that your team uses everything.',
    example: ['facebook', 'instagram', 'twitter'],
  }),
  notifications: key({
    type: 'boolean',
    title: 'Notifications',
    about: 'Whether people are notified when a pod is in trouble, gets worse or is back.',
    example: true,
  }),
  quietHours: key({
    type: 'text',
    title: 'Quiet hours',
    about:
      'When alerts are held, by the clock of each computer, such as 20:00-08:00; or “none” for no quiet hours.',
    example: '20:00-08:00',
  }),
  workingHours: key({
    type: 'text',
    title: 'Working hours',
    about:
      'When your team works, by the clock of each computer: days and times, such as Mon-Fri 09:00-17:00 or Mon,Wed,Fri 22:00-06:00. The history tells trouble in these hours from the rest.',
    example: 'Mon-Fri 09:00-17:00',
  }),
  evidence: key({
    type: 'text',
    title: 'Watching this browser’s requests',
    about:
      'Whether Podlight may watch if this browser’s own requests to Kustomer succeed: off, shadow (it only keeps a list on the options page), on (it says so in the popup and on the icon) or notify (it notifies as well). The browser still asks each person for permission.',
    example: 'on',
  }),
  contact: key({
    type: 'text',
    title: 'Another way to reach you',
    about:
      'What customers can use while something doesn’t work: a phone number, an address or a link. Replies end with it.',
    example: '+1 555 0100',
  }),
  replies: key({
    type: 'table',
    title: 'Texts of replies',
    about:
      'Your own words for customers, by situation: down, failing, delayed, maintenance, possible or slow. {what}, {also}, {works}, {time} and {contact} are filled in. A sentence whose placeholder has nothing to say is left out.',
    example: {
      down: 'Sorry, there’s a problem with {what} right now. You can still use {works}. We expect to know more by {time}.',
      slow: 'Sorry, we’re slower than usual today. You can call us at {contact}.',
    },
  }),
  names: key({
    type: 'table',
    title: 'What customers call it',
    about: 'Names of features as your customers know them, for your own replies.',
    example: { chat: 'our live chat', 'knowledge-base': 'our help pages' },
  }),
  language: key({
    type: 'text',
    title: 'Language of your replies',
    about:
      'The language of your own replies, such as en or pt-BR. Lists and times in them are written that way.',
    example: 'en',
  }),
  organisations: key({
    type: 'table',
    title: 'Pods of organizations',
    about:
      'Kustomer organizations and their pods. An organization is named as in its address, acme in acme.kustomerapp.com, or as its chat names it.',
    example: { acme: 'prod2', 'acme-us': 'prod1' },
  }),
  sites: key({
    type: 'table',
    title: 'Pods of websites',
    about: 'Websites with your chat and their pods. A website stands for everything below it as well.',
    example: { 'shop.example.com': 'prod2', 'example.us': 'prod1' },
  }),
  welcome: key({
    type: 'boolean',
    title: 'Welcome page',
    about:
      'Whether the welcome page opens after installing. Where a policy is set, it opens only if this is true.',
    example: false,
  }),
  mayChange: key({
    type: 'list',
    title: 'What people may change',
    about:
      'Options that people may change although the policy sets them: pods, feed, notUsed, notifications, quietHours, workingHours or evidence. What the policy says then holds until somebody chooses otherwise. Everything else it sets is locked.',
    example: ['quietHours'],
  }),
} as const satisfies Readonly<Record<PolicyKeyName, PolicyKey>>
