import { vi } from 'vitest'
import type { SiteState } from '../../../../widget/loader/siteState.ts'
import type { Judging } from '../../../../widget/protocol.ts'
import { documentWith } from './documents.ts'
import { settled, stubPage } from './globals.ts'
import { stubStorage } from './store.ts'

/** What a feed answers. */
export interface Answer {
  readonly status?: number
  readonly document?: unknown
  /** In place of a document. */
  readonly text?: string
  readonly retryAfter?: number
}

/** The loader of the page before. It may be in the middle of something, and must not ask in the name of the next one. */
let before: { end?: number } | undefined

/** Opens a page whose feed answers so, or never where there is no answer. Without a judgement none can be had. */
export const openPage = async (
  answer: Answer | null,
  kept?: Partial<SiteState>,
  judgement?: Judging,
  calls: readonly (readonly unknown[])[] = [],
) => {
  if (before) before.end = 1
  const page = stubPage()
  const box = { answer }
  const told: string[] = []
  const { rows } = stubStorage(kept ? { podlight: JSON.stringify(kept) } : {})
  const listeners = new EventTarget()
  const document = {
    currentScript: { dataset: { pod: 'prod1' }, src: 'https://cdn.example/podlight.js' },
    querySelector: () => null,
    addEventListener: () => undefined,
    hidden: false,
    createElement: () => ({}),
    head: {
      append: (script: { podlight(part: unknown): void; onerror(): void }) =>
        judgement ? script.podlight(() => judgement) : script.onerror(),
    },
  }
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners))
  vi.stubGlobal('dispatchEvent', ({ detail }: { readonly detail: { level: string } }) =>
    told.push(detail.level),
  )
  vi.stubGlobal('document', document)
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('JUDGEMENT_HASH', 'judgement')
  vi.stubGlobal('VIEW_HASH', 'view')
  const fetch = vi.fn(
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        if (!box.answer) return
        const { status = 200, document = documentWith(), retryAfter, text } = box.answer
        const headers = {
          get: (name: string) => (name === 'retry-after' && retryAfter ? `${retryAfter}` : null),
        }
        resolve({ ok: status === 200, status, headers, text: async () => text ?? JSON.stringify(document) })
      }),
  )
  vi.stubGlobal('fetch', fetch)
  if (calls.length > 0) page.place.podlight = Object.assign(() => undefined, { q: [...calls] })
  else delete page.place.podlight
  vi.resetModules()
  await import('../../../../widget/loader/main.ts')
  before = page.place.podlight
  const pass = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms)
    await settled()
  }
  await pass(0)
  return {
    box,
    page,
    told,
    fetch,
    pass,
    state: () => JSON.parse(rows['podlight'] ?? '{}') as SiteState,
    turn: async (hidden: boolean) => {
      document.hidden = hidden
      listeners.dispatchEvent(new Event('visibilitychange'))
      await pass(0)
    },
  }
}
