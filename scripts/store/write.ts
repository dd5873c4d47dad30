import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { extensionsPrivacy } from '../../store/documents.ts'
import { formsOf } from '../../store/forms.ts'
import { privacyPage } from '../../store/privacyPage.ts'
import { sheetOf } from '../../store/sheet.ts'
import { factsNow, versionOf } from './facts.ts'
import { PICTURE_FOLDER, read } from './files.ts'

/** Writes a folder for each store, with its form to copy from and its pictures, and the privacy page beside them. */
export const writeStore = (target: URL): void => {
  const version = versionOf()
  rmSync(target, { recursive: true, force: true })
  for (const form of formsOf(factsNow())) {
    const folder = new URL(`${form.store}/`, target)
    mkdirSync(folder, { recursive: true })
    writeFileSync(new URL('listing.md', folder), sheetOf(form, version))
    for (const { pictures = [] } of form.pages.flatMap(({ fields }) => fields))
      for (const { file } of pictures) cpSync(new URL(file, PICTURE_FOLDER), new URL(file, folder))
  }
  writeFileSync(
    new URL('privacy.html', target),
    privacyPage({
      document: extensionsPrivacy(read('docs/privacy.md')),
      version,
      tokens: read('extension/ui/tokens.css'),
      mark: read('public/icons/podlight.svg').trim(),
    }),
  )
}
