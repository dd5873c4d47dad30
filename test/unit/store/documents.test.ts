import { describe, expect, it } from 'vitest'
import {
  laterPermissionsIn,
  permissionsIn,
  plainLine,
  sectionOf,
  testingIn,
  versionNotesIn,
} from '../../../store/documents.ts'

describe('a line of Markdown', () => {
  it.each([
    ['Keeps `settings` **safe**', 'Keeps settings safe'],
    [
      'Asks for `https://one/*` and `https://two/*` on *Allow*',
      'Asks for https://one/* and https://two/* on “Allow”',
    ],
    ['When you click *Find it*, reads', 'When you click “Find it”, reads'],
    ['[Our notes](polling.md#when) tell', 'Our notes tell'],
  ])('%s is plain text', (markdown, plain) => expect(plainLine(markdown)).toBe(plain))
})

describe('permissions', () => {
  it('are read out of their two tables, and of no other', () => {
    const document = `# Privacy

## What the extension may do

| permission | why |
| --- | --- |
| \`one\` | Does \`this\`. |
| \`two\` | On *Click me*, that. |

## What it may ask for later

| permission | why |
| --- | --- |
| \`three\` | Sees that. |
| \`https://X.example/*\` | There. |

## What the extension stores

| \`key\` | a thing |
`
    expect(permissionsIn(document)).toEqual([
      { name: 'one', reason: 'Does this.' },
      { name: 'two', reason: 'On “Click me”, that.' },
    ])
    expect(laterPermissionsIn(document)).toEqual([
      { name: 'three', reason: 'Sees that.' },
      { name: 'https://X.example/*', reason: 'There.' },
    ])
  })

  it('are missed where their section is', () => {
    expect(() => permissionsIn('# Privacy\n')).toThrow('What the extension may do')
    expect(() => sectionOf('## Other\n', 'This')).toThrow('This')
  })
})

it('steps for testing are one line each', () => {
  const note = '# Note\n\n## See it at work\n\nNo account.\n1. Click *Go*:\n   it goes.\n2. Look.\n'
  expect(testingIn(note)).toBe('No account.\n1. Click “Go”: it goes.\n2. Look.')
})

describe('what is new', () => {
  const changelog = `# Changelog

## Unreleased

### Changed

- The popup is
  quicker.
- The banner is smaller.

### Added

- A *new* icon.
- \`npm run x\` does more.

## 1.2.0

### Fixed

- An older thing.

## 1.1.0
`
  it('is what was added first, then what changed, without what concerns site owners and developers', () => {
    expect(versionNotesIn(changelog, '1.3.0', 1000)).toBe('- A “new” icon.\n- The popup is quicker.')
  })

  it('is nothing for those who had no version before', () => {
    const first = changelog.slice(0, changelog.indexOf('## 1.2.0'))
    expect(versionNotesIn(first, '1.2.0', 1000)).toBe('First release.')
    expect(versionNotesIn(first.replace('Unreleased', '1.2.0'), '1.2.0', 1000)).toBe('First release.')
  })

  it('is told of the version where it has a section', () => {
    expect(versionNotesIn(changelog, '1.2.0', 1000)).toBe('- An older thing.')
  })

  it('is cut between two entries where it is too long, and says so', () => {
    const notes = versionNotesIn(changelog, '1.3.0', 42)
    expect(notes).toBe('- A “new” icon.\nMore in the changelog.')
    expect(notes.length).toBeLessThanOrEqual(42)
  })
})
