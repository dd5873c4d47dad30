/** Options by name, as they were chosen; empty ones are left out. */
export type Options = Readonly<Record<string, string>>

/** The attributes as they stand on a tag; what is announced is the scene that is looked at. */
export const attributesOf = (options: Options, scene: string): Options =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [
        `data-${name}`,
        name === 'mode' && value === 'announce' ? `announce:${scene}` : value,
      ]),
  )

/** A rule for the page's own style sheet; empty where nothing was chosen. */
export const ruleOf = (properties: Options): string => {
  const lines = Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  --podlight-${name}: ${value};\n`)
  return lines.length > 0 ? `:root {\n${lines.join('')}}` : ''
}
