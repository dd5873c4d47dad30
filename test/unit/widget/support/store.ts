import { vi } from 'vitest'

/** The browser's storage of a site: texts by key, which tests may poison, or make it refuse. */
export const stubStorage = (rows: Record<string, string> = {}) => {
  const state = { refuses: false, reads: 0, writes: 0 }
  const need = (): void => {
    if (state.refuses) throw new Error('SecurityError')
  }
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      need()
      state.reads++
      return rows[key] ?? null
    },
    setItem: (key: string, value: string) => {
      need()
      state.writes++
      rows[key] = value
    },
  })
  return { rows, state }
}
