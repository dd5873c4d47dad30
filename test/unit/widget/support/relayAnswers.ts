import { vi } from 'vitest'
import type { ViewContext } from '../../../../widget/protocol.ts'
import { isoAt } from './bannerRequests.ts'
import { relayAnswer } from './documents.ts'
import type { Answer } from './loaderPage.ts'

export const OK = { level: 'ok', impacts: [], banner: null }
export const says = (verdict: Record<string, unknown> = {}, some: Record<string, unknown> = {}): Answer => ({
  document: relayAnswer({ age: 0, ...some }, { asOf: isoAt(Date.now()), ...verdict }),
})

/** A view that only counts how often it looks. */
export const fakeView = () => {
  const stages: ViewContext[] = []
  const look = vi.fn()
  const view = (stage: ViewContext) => {
    stages.push(stage)
    return look
  }
  return { stages, look, view }
}
