import { extension } from '../extension/text/en.ts'

// What the stores say of Podlight. What the extension itself says somewhere is taken from there.

const { manifest, welcome, setup, options, popup, find, evidence } = extension

/** What has to be clicked before requests are watched. */
export const ALLOW = evidence.allow

/** What only whoever publishes knows. */
export const FILL_IN = {
  homepage: '[your home page, or leave it empty]',
  support: '[your support address]',
  privacy: '[the address under which you serve privacy.html]',
} as const

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

const DESCRIPTION = [
  welcome.lead,
  `${setup.lead} It reads the public status page once a minute and tells you what it means for you.`,

  'What you get',
  bullets([
    'An icon whose shape and color show how your pod is doing. Point at it to read what is affected, since when, and when the next update is due.',
    `A popup with the details: “${popup.affected}”, “${popup.works}”, and the reports in full.`,
    'A reply for customers to copy, short or full, and one for your team’s channel.',
    `Notifications when your pod is in trouble, gets worse or recovers. Set quiet hours, mute a report, or click “${popup.tell}”.`,
    'Only what matters to you: clear the channels and tools you don’t use, and the icon and notifications leave them out.',
    'The popup keeps past trouble for a day, even if your browser was closed.',
    'A history of up to 400 days: what was affected, how many of your working hours it took, and a month to print or export for the vendor.',
    `“${evidence.title}”, if you allow it: Podlight notices when your own requests to your company’s Kustomer fail or crawl, and tells you though nothing is reported yet. For the first 14 days it only notes what it would have told you.`,
  ]),

  'For IT',
  bullets([
    'No account, no sign-in, no server of ours. It has no standing access to any website, unless somebody allows it two addresses of your organization. A policy can rule that out.',
    'Settings can be exported as a file and handed to the whole team.',
    'IT can point Podlight at a copy of the status page on its own server.',
    'Free, under the MIT license.',
  ]),

  'Good to know',
  bullets([
    options.aboutText,
    'It never shows green without a fresh answer. Where a report is unclear, Podlight says “possible” or “unknown”.',
    'Reports say nothing of your own network or of a single account. Where you let it watch your requests, it tells what failed, and never whose fault that is.',
    'It reads English reports and speaks English.',
  ]),

  'Privacy',
  welcome.privacy,
  `Only if you allow it: ${evidence.offer}`,
].join('\n\n')

export const LISTING = {
  name: manifest.name,
  summary: manifest.description,
  description: DESCRIPTION,
  singlePurpose:
    'Podlight tells support agents how the Kustomer pod they work on is doing. It reads the public status page and shows what is affected on that pod in the toolbar icon, a popup and notifications, with a reply to give to customers, and keeps a history of it in the browser. If the agent allows it, it also notices that the agent’s own requests to Kustomer fail while that page says nothing yet.',
  language: 'English (United States)',
  license: 'MIT License',
  categories: { chrome: 'Workflow & Planning', edge: 'Productivity', firefox: 'Alerts & Updates' },
  searchTerms: [
    'kustomer status',
    'pod status',
    'customer service outage',
    'support agent tools',
    'status page alerts',
    'incident notifications',
    'help desk',
  ],
  remoteCode: 'No, I am not using remote code.',
} as const

/** The kinds of data that Chrome and Edge ask about, and whether Podlight handles any. */
export const DATA_KINDS: readonly (readonly [kind: string, isHandled: boolean])[] = [
  ['Personally identifiable information', false],
  ['Health information', false],
  ['Financial and payment information', false],
  ['Authentication information', false],
  ['Personal communications', false],
  ['Location', false],
  ['Web history', false],
  // Chrome's own example is network monitoring.
  ['User activity', true],
  // To read a page counts as handling what is in it, also where nothing is sent.
  ['Website content', true],
]

/** Why these are ticked, and no other. */
export const DATA_NOTE = `Tick two. Website content: “${popup.find}” reads the chat’s public settings in the page, on a click. The pod is kept on the computer if the agent chooses “${find.watch.replace(' {pod}', ' …')}”, the company’s name is shown and forgotten, and neither is sent. Where a company listed its websites by policy, the popup compares the tab’s address with that list when it opens, and keeps nothing: that is no web history. Nor is “${popup.history}” in the popup: it shows what the status page reported.

User activity: “${evidence.title}”, off until the agent clicks “${ALLOW}” and the browser has asked too. Podlight then sees addresses, status codes and durations of requests to two addresses of the company’s Kustomer, forgets the addresses at once, and keeps counts on the computer. It sees no contents, no clicks and no keys, and sends nothing. As it keeps no address, that is no web history either. “${evidence.options.back}” deletes all of it.`

/** What Chrome and Edge want certified. All three hold. */
export const CERTIFIED = [
  'I do not sell or transfer user data to third parties, outside of the approved use cases',
  'I do not use or transfer user data for purposes that are unrelated to my item’s single purpose',
  'I do not use or transfer user data to determine creditworthiness or for lending purposes',
] as const
