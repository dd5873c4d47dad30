import { isRow, textOf } from '../../shared/model/guards.ts'
import { laterPermissionsIn, permissionsIn, testingIn, versionNotesIn } from '../../store/documents.ts'
import type { Facts } from '../../store/forms.ts'
import { VERSION_NOTES } from '../../store/limits.ts'
import { read } from './files.ts'

export const versionOf = (): string => {
  const about: unknown = JSON.parse(read('package.json'))
  const version = isRow(about) ? textOf(about['version']) : null
  if (version === null) throw new Error('package.json has no version.')
  return version
}

/** The note for Firefox's reviewers, about this version. */
export const reviewersNote = (): string => read('store/REVIEWERS.md').replaceAll('VERSION', versionOf())

/** What the forms say of this version. */
export const factsNow = (): Facts => {
  const version = versionOf()
  const note = reviewersNote()
  const privacy = read('docs/privacy.md')
  const later = laterPermissionsIn(privacy)
  return {
    version,
    permissions: permissionsIn(privacy),
    later,
    testing: testingIn(note),
    reviewers: `${note.trimEnd()}\n\n${later.map(({ name, reason }) => `- ${name}: ${reason}`).join('\n')}`,
    versionNotes: versionNotesIn(read('CHANGELOG.md'), version, VERSION_NOTES[1]),
  }
}
