import { signal } from '@preact/signals'
import { allowed } from '../domain/policy/policy.ts'
import type { Settings } from '../domain/settings.ts'
import { draft, policy, request, values } from './pageState.ts'

export type Saved = '' | 'saved' | 'notSaved' | 'noAnswer'

/** What became of the last change, for the page to tell. */
export const saved = signal<Saved>('')

/** Changes some settings, by way of the background. The page shows them at once, and what is stored when it is. */
export const changeSettings = async (part: Partial<Settings>): Promise<Saved> => {
  const before = values.value?.settings
  if (before === undefined) return 'noAnswer'
  const settings = { ...before, ...allowed(policy.value, part) }
  saved.value = ''
  draft.value = settings
  const reply = await request({ type: 'page-bg:settings', settings: part })
  const outcome = reply === null ? 'noAnswer' : reply.stored ? 'saved' : 'notSaved'
  // A later change may be on its way already.
  if (draft.value === settings) {
    draft.value = null
    saved.value = outcome
  }
  return outcome
}
