import { vi } from 'vitest'
import type { Judging, News, SiteState } from '../../../../widget/protocol.ts'
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
  readonly headers?: Readonly<Record<string, string>>
}

interface Setting {
  /** Options of our tag, beside the pod. */
  readonly options?: Readonly<Record<string, string>>
  /** Parts that can be had, by name; the judgement is one. */
  readonly parts?: Readonly<Record<string, unknown>>
}

/** The loader of the page before. It may be in the middle of something, and must not ask in the name of the next one. */
let before: { end?: number } | undefined

/** Opens a page whose feed answers so, or never where there is no answer. Without a judgement none can be had. */
export const openPage = async (
  answer: Answer | null,
  kept?: Partial<SiteState>,
  judgement?: Judging,
  calls: readonly (readonly unknown[])[] = [],
  { options = {}, parts = {} }: Setting = {},
) => {
  if (before) before.end = 1
  const page = stubPage()
  const box = { answer }
  const told: string[] = []
  const news: News[] = []
  /** The parts that were asked for, in order. */
  const loads: string[] = []
  const { rows } = stubStorage(kept ? { podlight: JSON.stringify(kept) } : {})
  const listeners = new EventTarget()
  const document = {
    currentScript: {
      dataset: { pod: 'prod1', ...options } as Record<string, string>,
      src: 'https://cdn.example/podlight.js',
    },
    querySelector: () => null,
    addEventListener: () => undefined,
    hidden: false,
    activeElement: null as { matches(selector: string): boolean } | null,
    createElement: () => ({}),
    head: {
      append: (script: { integrity: string; podlight(part: unknown): void; onerror(): void }) => {
        const name = script.integrity.replace('sha256-', '')
        loads.push(name)
        const part = name === 'judgement' && judgement ? () => judgement : parts[name]
        if (part) script.podlight(part)
        else script.onerror()
      },
    },
  }
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners))
  vi.stubGlobal('dispatchEvent', ({ detail }: { readonly detail: News }) => {
    told.push(detail.level)
    news.push(detail)
  })
  vi.stubGlobal('document', document)
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('JUDGEMENT_HASH', 'judgement')
  vi.stubGlobal('VIEW_HASH', 'view')
  vi.stubGlobal('EVENTS_HASH', 'events')
  vi.stubGlobal('EVIDENCE_HASH', 'evidence')
  const fetch = vi.fn(
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        if (!box.answer) return
        const { status = 200, document = documentWith(), retryAfter, text, headers: more = {} } = box.answer
        const headers = {
          get: (name: string) =>
            name === 'retry-after' && retryAfter ? `${retryAfter}` : (more[name] ?? null),
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
    news,
    loads,
    fetch,
    pass,
    state: () => JSON.parse(rows['podlight'] ?? '{}') as SiteState,
    /** Another page of the site keeps a state. */
    store: async (kept: Partial<SiteState>) => {
      rows['podlight'] = JSON.stringify({ ...JSON.parse(rows['podlight'] ?? '{}'), ...kept })
      listeners.dispatchEvent(Object.assign(new Event('storage'), { key: 'podlight' }))
      await pass(0)
    },
    /** The page's chat comes, or goes. */
    setPod: (pod: string) => {
      document.currentScript.dataset['pod'] = pod
    },
    /** The visitor turns to something in the page that is known by an id: the focus goes there. */
    turnTo: async (id: string) => {
      document.activeElement = { matches: (selector) => selector.includes(`#${id}`) }
      listeners.dispatchEvent(new Event('blur'))
      await pass(0)
    },
    turn: async (hidden: boolean) => {
      document.hidden = hidden
      listeners.dispatchEvent(new Event('visibilitychange'))
      await pass(0)
    },
  }
}
