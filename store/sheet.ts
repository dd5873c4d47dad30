import type { Field, Form, Page } from './forms.ts'
import { FILL_IN } from './listing.ts'

// A store's form as a page to copy from. What is to be pasted stands in blocks, which nothing in them ends.

const block = (text: string): string => `~~~~text\n${text}\n~~~~`

const written = ({ name, note, text, pictures = [] }: Field): string =>
  [
    `### ${name}`,
    ...(note === undefined ? [] : [note]),
    ...(text === undefined ? [] : [block(text)]),
    ...(pictures.length === 0 ? [] : [pictures.map(({ file }) => `- upload \`${file}\``).join('\n')]),
  ].join('\n\n')

const section = ({ title, fields }: Page): string => [`## ${title}`, ...fields.map(written)].join('\n\n')

/** What of the form only the publisher can say. */
export const blanksIn = ({ pages }: Form): readonly Field[] => {
  const blanks: readonly string[] = Object.values(FILL_IN)
  return pages
    .flatMap(({ fields }) => fields)
    .filter(({ text }) => text !== undefined && blanks.includes(text))
}

export const sheetOf = (form: Form, version: string): string => {
  const blanks = blanksIn(form).map(({ name, text }) => `- ${name}: ${text}`)
  return [
    `# ${form.title}: Podlight ${version}`,
    'The fields of the store’s form in its order. Copy the blocks as they are; the pictures lie beside this file. In square brackets stands what only you know:',
    blanks.join('\n'),
    ...form.pages.map(section),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}
