import type { Permission } from './documents.ts'
import { ALLOW, CERTIFIED, DATA_KINDS, DATA_NOTE, FILL_IN, LISTING } from './listing.ts'
import {
  CHROME_ICON,
  EDGE_LOGO,
  FIREFOX_ICON,
  MARQUEE,
  type Picture,
  SCREENS,
  SCREENSHOTS,
  screenshotOf,
  TILE,
} from './pictures.ts'

// Each store's form, field by field in its own order and by its own names.

export interface Field {
  readonly name: string
  /** To paste. */
  readonly text?: string
  /** To choose, to tick, or to know. */
  readonly note?: string
  /** Files to upload, in this order. */
  readonly pictures?: readonly Picture[]
}

export interface Page {
  readonly title: string
  readonly fields: readonly Field[]
}

export interface Form {
  readonly store: 'chrome' | 'edge' | 'firefox'
  readonly title: string
  readonly pages: readonly Page[]
}

/** What the forms take from the repository's documents. */
export interface Facts {
  readonly version: string
  readonly permissions: readonly Permission[]
  /** What a click may ask for later: permissions, and last the hosts. */
  readonly later: readonly Permission[]
  readonly testing: string
  readonly reviewers: string
  readonly versionNotes: string
}

const FROM_PACKAGE = 'Comes from the package and can’t be changed here:'

/** A package, where it lies in a release. */
const packageFile = ({ version }: Facts, name: string): string => `extension/podlight-${version}-${name}.zip`
const packageOf = (facts: Facts, store: Form['store']): Field => ({
  name: 'Package',
  note: `Upload ${packageFile(facts, store)} of the release.`,
})

const allPictures = { name: 'Screenshots', pictures: SCREENSHOTS }

/** Hosts have one field together, which the manifest's pattern alone would not explain. */
const laterField = ({ name, reason }: Permission): Field => {
  const asked = `Optional: asked for only after a click on “${ALLOW}”`
  return name.startsWith('https:')
    ? { name: 'Host permission justification', text: `${asked}, and then as ${name}. ${reason}` }
    : { name: `Permission justification: ${name}`, text: `${asked}. ${reason}` }
}

/** Chrome's tab, and Edge's page that was made after it. */
const privacyFields = (facts: Facts, purpose: string): readonly Field[] => [
  { name: purpose, text: LISTING.singlePurpose },
  ...facts.permissions.map(({ name, reason }) => ({
    name: `Permission justification: ${name}`,
    text: reason,
  })),
  ...facts.later.map(laterField),
  { name: 'Are you using remote code?', note: `Choose “${LISTING.remoteCode}”` },
  {
    name: 'What user data do you plan to collect from users now or in the future?',
    note: `${DATA_NOTE}\n\n${DATA_KINDS.map(([kind, isHandled]) => `- [${isHandled ? 'x' : ' '}] ${kind}`).join('\n')}`,
  },
  {
    name: 'I certify that the following disclosures are true',
    note: `Tick all three:\n\n${CERTIFIED.map((one) => `- [x] ${one}`).join('\n')}`,
  },
  { name: 'Privacy policy URL', text: FILL_IN.privacy },
]

export const chromeForm = (facts: Facts): Form => ({
  store: 'chrome',
  title: 'Chrome Web Store',
  pages: [
    {
      title: 'Package',
      fields: [
        packageOf(facts, 'chrome'),
        { name: 'Title from package', note: `${FROM_PACKAGE} ${LISTING.name}` },
        { name: 'Summary from package', note: `${FROM_PACKAGE} ${LISTING.summary}` },
      ],
    },
    {
      title: 'Store listing',
      fields: [
        { name: 'Description', text: LISTING.description },
        { name: 'Category', note: LISTING.categories.chrome },
        { name: 'Language', note: LISTING.language },
        { name: 'Store icon', pictures: [CHROME_ICON] },
        { name: 'Global promo video', note: 'Leave it empty.' },
        allPictures,
        { name: 'Small promo tile', pictures: [TILE] },
        { name: 'Marquee promo tile', pictures: [MARQUEE] },
        { name: 'Official URL', note: 'Leave it at “None”, or choose a site that you verified.' },
        { name: 'Homepage URL', text: FILL_IN.homepage },
        { name: 'Support URL', text: FILL_IN.support },
        { name: 'Mature content', note: 'No.' },
      ],
    },
    { title: 'Privacy', fields: privacyFields(facts, 'Single purpose description') },
    {
      title: 'Distribution',
      fields: [
        { name: 'Payments', note: 'Free of charge.' },
        { name: 'Visibility', note: 'Public.' },
        { name: 'Distribution', note: 'All regions.' },
      ],
    },
    {
      title: 'Test instructions',
      fields: [
        { name: 'Username, password', note: 'Leave them empty: there is no account.' },
        { name: 'Additional instructions', text: facts.testing },
      ],
    },
  ],
})

export const edgeForm = (facts: Facts): Form => ({
  store: 'edge',
  title: 'Microsoft Edge Add-ons',
  pages: [
    { title: 'Packages', fields: [packageOf(facts, 'edge')] },
    {
      title: 'Availability',
      fields: [
        { name: 'Visibility', note: 'Public.' },
        { name: 'Markets', note: 'All markets.' },
      ],
    },
    {
      title: 'Properties',
      fields: [
        { name: 'Category', note: LISTING.categories.edge },
        { name: 'Website', text: FILL_IN.homepage },
        { name: 'Support contact detail', text: FILL_IN.support },
        { name: 'Mature content', note: 'No.' },
      ],
    },
    { title: 'Privacy', fields: privacyFields(facts, 'Single Purpose Description') },
    {
      title: 'Store listings: Details for English',
      fields: [
        { name: 'Extension name', note: `${FROM_PACKAGE} ${LISTING.name}` },
        { name: 'Description', text: LISTING.description },
        { name: 'Extension logo', pictures: [EDGE_LOGO] },
        { name: 'Small promotional tile', pictures: [TILE] },
        { name: 'Large promotional tile', pictures: [MARQUEE] },
        allPictures,
        { name: 'YouTube video URL', note: 'Leave it empty.' },
        { name: 'Short description', note: `${FROM_PACKAGE} ${LISTING.summary}` },
        {
          name: 'Search terms',
          note: `One after the other:\n\n${LISTING.searchTerms.map((term) => `- ${term}`).join('\n')}`,
        },
      ],
    },
    {
      title: 'Submit your extension',
      fields: [{ name: 'Notes for certification', text: facts.testing }],
    },
  ],
})

export const firefoxForm = (facts: Facts): Form => ({
  store: 'firefox',
  title: 'addons.mozilla.org',
  pages: [
    {
      title: 'Upload Version',
      fields: [
        packageOf(facts, 'firefox'),
        { name: 'Compatibility', note: 'Firefox, and not Firefox for Android.' },
        {
          name: 'Do you need to submit source code?',
          note: `Yes. Upload ${packageFile(facts, 'sources')}; its README.md says how to build it.`,
        },
      ],
    },
    {
      title: 'Describe Add-on',
      fields: [
        { name: 'Name', note: `${FROM_PACKAGE} ${LISTING.name}` },
        { name: 'Add-on URL', note: 'Take what the store suggests.' },
        { name: 'Summary', text: LISTING.summary },
        { name: 'Description', text: LISTING.description },
        { name: 'This add-on is experimental', note: 'No.' },
        {
          name: 'This add-on requires payment, non-free services or software, or additional hardware',
          note: 'No: all of it works without. It is of use to people who work with Kustomer, as the description says.',
        },
        { name: 'Categories', note: LISTING.categories.firefox },
        { name: 'Support email, support website', text: FILL_IN.support },
        { name: 'License', note: LISTING.license },
        {
          name: 'This add-on has a privacy policy',
          note: 'Not required, as no data leaves the browser. To give one, tick it and paste the words of privacy.html.',
        },
        { name: 'Notes to Reviewer', text: facts.reviewers },
      ],
    },
    {
      title: 'Manage listing, after the first upload',
      fields: [
        { name: 'Icon', pictures: [FIREFOX_ICON] },
        {
          name: 'Images',
          note: `With these captions:\n\n${SCREENS.map(
            ({ name, caption }) => `- \`${screenshotOf(name).file}\`: ${caption}`,
          ).join('\n')}`,
          pictures: SCREENSHOTS,
        },
        { name: 'Homepage', text: FILL_IN.homepage },
        {
          name: `Release notes of ${facts.version}`,
          note: 'Out of the changelog, without what concerns site owners and developers. Read them once before you paste.',
          text: facts.versionNotes,
        },
      ],
    },
  ],
})

export const formsOf = (facts: Facts): readonly Form[] => [
  chromeForm(facts),
  edgeForm(facts),
  firefoxForm(facts),
]
