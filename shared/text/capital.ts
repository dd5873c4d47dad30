/** The same text as the beginning of a sentence. */
export const capital = (text: string, locale: string): string => {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}
