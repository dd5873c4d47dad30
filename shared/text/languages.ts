/** Every language that customers can read; each is the file of that name beside this one. No two share a base. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'sv', 'ja', 'ar', 'he'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * The language for somebody's wishes, dearest first, by their base alone: "pt-PT" is served by "pt-BR", and "auto",
 * garbage and languages nobody wrote yet leave it to the next wish. Ships to every visitor, so it stays small.
 */
export const languageOf = (wished: readonly string[]): Language => {
  for (const wish of wished) {
    // Some sites write "de_DE".
    const base = wish.toLowerCase().split(/[-_]/)[0]
    // Hebrew's old code, which old browsers still send.
    const found = LANGUAGES.find((tag) => tag.slice(0, 2) === (base === 'iw' ? 'he' : base))
    if (found) return found
  }
  return 'en'
}

export const isRightToLeft = (tag: Language): boolean => tag === 'ar' || tag === 'he'
