/**
 * Puts values in the place of {names}. One pass, so braces inside a value stay what they are; a name without a
 * value stays visible, for tests to find.
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )

/** The text before and after {name}, for a surface that puts a link there. */
export const around = (text: string, name: string): readonly [before: string, after: string] => {
  const at = text.indexOf(`{${name}}`)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + name.length + 2)]
}
