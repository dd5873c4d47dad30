import { extension } from '../extension/text/en.ts'

// What the stores say of Podlight. What the extension itself says somewhere is taken from there.

const { manifest, welcome, setup, options, popup, find } = extension

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
    'An icon that shows how your pod is by its shape and color. Point at it to read what is affected, since when, and when the next update is due.',
    `A popup with the details: “${popup.affected}”, “${popup.works}”, and the reports in full.`,
    'A reply for customers to copy, short or full, and one for your team’s channel.',
    `Notifications when your pod is in trouble, gets worse or is back. Set quiet hours, mute a report, or click “${popup.tell}”.`,
    'Only what matters to you: clear the channels and tools you don’t use, and the icon and notifications leave them out.',
    'What is over stays in the popup for a day, also if your browser was closed.',
  ]),

  'For IT',
  bullets([
    'No account, no sign-in, no server of ours. It asks for no access to any website.',
    `Only when you click “${popup.find}” does it look at the site you’re on, to find out which pod its chat runs on.`,
    'Settings can be exported as a file and handed to the whole team.',
    'Instead of the public page it can ask a copy of it, or a relay of your company.',
    'Free, under the MIT license.',
  ]),

  'Good to know',
  bullets([
    options.aboutText,
    'It never shows green without a fresh answer. Where a report is unclear, Podlight says “possible” or “unknown”.',
    'It can’t see problems of your own network or of a single account.',
    'It reads English reports and speaks English.',
  ]),

  'Privacy',
  welcome.privacy,
].join('\n\n')

export const LISTING = {
  name: manifest.name,
  summary: manifest.description,
  description: DESCRIPTION,
  singlePurpose:
    'Podlight tells support agents how the Kustomer pod they work on is doing. It reads the public status page and shows what is affected on that pod in the toolbar icon, a popup and notifications, with a reply to give to customers.',
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

/** The kinds of data that Chrome and Edge ask about. None is collected, so no box is ticked. */
export const DATA_KINDS = [
  'Personally identifiable information',
  'Health information',
  'Financial and payment information',
  'Authentication information',
  'Personal communications',
  'Location',
  'Web history',
  'User activity',
  'Website content',
] as const

/** What looks like collecting and is none, for whoever ticks the boxes. */
export const DATA_NOTE = `Tick none: nothing about people leaves the browser. “${popup.find}” reads the chat’s public settings in the page, on a click; the pod is kept on the computer if the agent chooses “${find.watch.replace(' {pod}', ' …')}”, the company’s name is shown and forgotten, and neither is sent.`

/** What Chrome and Edge want certified. All three hold. */
export const CERTIFIED = [
  'I do not sell or transfer user data to third parties, outside of the approved use cases',
  'I do not use or transfer user data for purposes that are unrelated to my item’s single purpose',
  'I do not use or transfer user data to determine creditworthiness or for lending purposes',
] as const
