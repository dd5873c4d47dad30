// What the stores are told and a document of the repository says already is taken from there.

/** A star in code, until the stars of emphasis are gone. */
const STAR = '\u{e000}'

/** A line of Markdown as plain text: code without its dress, emphasis as a quotation, links as their words. */
export const plainLine = (markdown: string): string =>
  markdown
    .replace(/`[^`]*`/g, (code) => code.replaceAll('*', STAR))
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\*([^*]+)\*/g, '“$1”')
    .replaceAll('`', '')
    .replaceAll(STAR, '*')
    .trim()

/** What stands under a heading, up to the next one. */
export const sectionOf = (document: string, heading: string): string => {
  const found = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  if (found === undefined) throw new Error(`There is no “${heading}”.`)
  return found.slice(heading.length).trim()
}

export interface Permission {
  readonly name: string
  readonly reason: string
}

/** Each permission of a table and why it is needed. */
const permissionsUnder = (privacy: string, heading: string): readonly Permission[] =>
  sectionOf(privacy, heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, name = '', reason = ''] = line.split('|')
      return { name: plainLine(name), reason: plainLine(reason) }
    })

/** What is asked for at install, out of docs/privacy.md. */
export const permissionsIn = (privacy: string): readonly Permission[] =>
  permissionsUnder(privacy, 'What the extension may do')

/** What a click may ask for later, out of the same: permissions, and last the hosts. */
export const laterPermissionsIn = (privacy: string): readonly Permission[] =>
  permissionsUnder(privacy, 'What it may ask for later')

/** What a reviewer does to see it work, out of the note for reviewers, in as few words as the smallest field takes. */
export const testingIn = (reviewers: string): string =>
  sectionOf(reviewers, 'See it at work')
    .split(/\n(?=\d\. )|\n\n/)
    .map((part) => plainLine(part.replaceAll(/\n\s*/g, ' ')))
    .join('\n')

/** What docs/privacy.md says of the extension: the banner comes after it, and is no part of what the stores have. */
export const extensionsPrivacy = (privacy: string): string =>
  privacy
    .split(/^## What the banner/m)[0]
    ?.trimEnd()
    .concat('\n') ?? ''

/** What only site owners and developers notice. */
const ELSEWHERE =
  /banner|npm |playground|\bdemo\b|visitor|`data-|\bscript|announcement|preview|site owner|site’s|<meta|guides? to|poller/i

/** The paragraphs of a list, each as one line. */
const itemsIn = (section: string): string[] =>
  section
    .split(/^- /m)
    .slice(1)
    .map((item) => plainLine(item.replaceAll(/\s*\n\s*/g, ' ')))

/** What is new for agents in a version, or in what is not released yet: what was added first. As much as fits. */
export const versionNotesIn = (changelog: string, version: string, most: number): string => {
  const versions = [...changelog.matchAll(/^## \d+\.\d+\.\d+/gm)].filter(
    ([heading]) => heading !== `## ${version}`,
  )
  // Nobody had the one before.
  if (versions.length === 0) return 'First release.'
  const released = changelog.split(/^## /m).find((part) => part.split(/\s/)[0] === version)
  const parts = (released ?? `${sectionOf(changelog, 'Unreleased')}\n`).split(/^### /m)
  const ordered = ['Added', 'Changed', 'Fixed', 'Removed', 'Security'].flatMap((kind) =>
    parts.filter((part) => part.trimStart().startsWith(kind)),
  )
  const rest = 'More in the changelog.'
  let notes = ''
  for (const item of ordered.flatMap(itemsIn).filter((one) => !ELSEWHERE.test(one))) {
    const longer = `${notes}- ${item}\n`
    if (longer.length + rest.length > most) return `${notes}${rest}`
    notes = longer
  }
  return notes.trimEnd()
}
