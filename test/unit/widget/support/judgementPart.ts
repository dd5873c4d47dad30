import { vi } from 'vitest'
import { findingOf } from '../../../../widget/loader/findingOf.ts'
import type { BannerRequest, Call, JudgementPart, Judging, Load } from '../../../../widget/protocol.ts'
import { NOON, requestFor } from './bannerRequests.ts'
import { documentWith } from './documents.ts'
import { partFrom, settled, stubPage } from './globals.ts'
import { FakeTag } from './tag.ts'

// The judgement part, with all that it is lent, and documents to ask it about.

export const CHAT_DOWN = documentWith({
  id: 'down',
  title: 'Chat is down',
  says: 'Chat is unavailable.',
  chat: { prod1: 'major_outage' },
})
export const MAIL_SLOW = documentWith({
  id: 'slow',
  title: 'Delays of email on Prod1',
  says: 'Email is slow on Prod1.',
})

interface Wished {
  readonly options?: Record<string, string>
  readonly pod?: string
  readonly calls?: readonly Call[]
}

/** The judgement part with all that it is lent, and parts to load that only note what is done with them. */
export const begin = async ({ options = {}, pod = 'prod1', calls = [] }: Wished = {}) => {
  vi.stubGlobal('API_HASH', 'hash of the api')
  const page = stubPage()
  const judgement = await partFrom<JudgementPart>(page, () => import('../../../../widget/judgement/main.ts'))
  const seen = {
    loads: [] as string[],
    taken: [] as Call[],
    draws: 0,
  }
  const state = { fails: false, own: null as BannerRequest | null, pod: pod || undefined }
  const parts: Record<string, unknown> = {
    'hash of the api': () => ({
      take: (call: Call) => {
        seen.taken.push(call)
        if (call[0] === 'preview') state.own = requestFor({ kind: 'example' })
      },
      request: () => state.own,
    }),
  }
  const loading: Record<string, Promise<unknown>> = {}
  const begin = async (hash: string): Promise<unknown> => {
    seen.loads.push(hash)
    if (!state.fails) return parts[hash]
    // As the loader does: anew from a minute later on.
    setTimeout(() => delete loading[hash], 60_000)
    throw new Error('cannot be had')
  }
  const load: Load = <T>(hash: string) => {
    loading[hash] ??= begin(hash)
    return loading[hash] as Promise<T>
  }
  const judging: Judging = judgement({
    tag: new FakeTag(options),
    calls,
    pod: () => state.pod,
    load,
    news: () => ({ pod: state.pod, level: 'unknown' }),
    draw: () => {
      seen.draws++
    },
    refresh: () => undefined,
  })
  await settled()
  return {
    judging,
    seen,
    state,
    page,
    call: judging.call,
    /** The loader looks again. */
    resume: judging.resume,
    /** What a document is found to mean for the page's pod, as pages keep it. */
    found: (document: unknown, at = NOON) => findingOf(judging.judge(document, state.pod, at)),
  }
}
