import { type OwnReplies, PLACEHOLDERS, SITUATIONS } from '../../text/ownReplies.ts'
import { capabilityIn } from './readCapability.ts'
import { listed, type Notes, type PolicyValues, SHORT } from './readValues.ts'

const LONGEST = 1000
const PLACEHOLDER = /\{([^{}]*)\}/g

const isUsable = (row: string, text: string, { add }: Notes): boolean => {
  const named = [...text.matchAll(PLACEHOLDER)].map(([, one = '']) => one)
  const strange = named.find((one) => !(PLACEHOLDERS as readonly string[]).includes(one))
  if (strange !== undefined) add(row, 'placeholder', { value: strange, names: listed(PLACEHOLDERS) })
  else if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) add(row, 'brace', { names: listed(PLACEHOLDERS) })
  else return true
  return false
}

const textsOf = (values: PolicyValues, notes: Notes): OwnReplies['texts'] =>
  Object.fromEntries(
    values
      .table('replies', LONGEST)
      .filter(({ row, name, text }) => {
        const isKnown = (SITUATIONS as readonly string[]).includes(name)
        if (!isKnown) notes.add(row, 'situation', { value: name, names: listed(SITUATIONS) })
        return isKnown && isUsable(row, text, notes)
      })
      .map(({ name, text }) => [name, text]),
  )

const languageOf = (values: PolicyValues, { add }: Notes): string | null => {
  const text = values.text('language', SHORT)
  if (text === null) return null
  try {
    return Intl.ListFormat.supportedLocalesOf(text)[0] ?? add('language', 'language', { value: text })
  } catch {
    return add('language', 'language', { value: text })
  }
}

export const repliesOf = (values: PolicyValues, notes: Notes): OwnReplies => {
  const texts = textsOf(values, notes)
  const language = languageOf(values, notes)
  const names = values.table('names', SHORT).flatMap(({ row, name, text }) => {
    const capability = capabilityIn(row, name, notes)
    return capability === null ? [] : [[capability, text] as const]
  })
  if (!values.has('replies')) {
    if (language !== null) notes.add('language', 'alone')
    if (names.length > 0) notes.add('names', 'alone')
  }
  return { texts, names: Object.fromEntries(names), language }
}
