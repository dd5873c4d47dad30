import { signal } from '@preact/signals'
import type { Settings } from '../state/settings.ts'
import { request, values } from './model.ts'

export type Saved = '' | 'saved' | 'notSaved'

/** What became of the last change, for the page to tell. */
export const saved = signal<Saved>('')

/** Changes some settings, by way of the background. */
export const change = async (part: Partial<Settings>): Promise<void> => {
  const settings = values.value?.settings
  if (settings === undefined) return
  const reply = await request({ type: 'page-bg:settings', settings: { ...settings, ...part } })
  saved.value = reply?.stored ? 'saved' : 'notSaved'
}
