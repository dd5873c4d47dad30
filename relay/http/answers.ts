import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { Source } from '../upstream/source.ts'
import type { Known, Memory } from './memory.ts'
import { BEAT_SECONDS, NEWS_HEADERS, notFound, unavailable } from './replies.ts'
import { answerOf, secondsOf, tagOf } from './verdicts.ts'

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1000

interface Answer {
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The same, compressed, once somebody wanted it so. */
  compressed: ArrayBuffer | null
}

const compress = (body: string): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** Engines that compress by themselves must be told that it is done. */
const DONE = { encodeBody: 'manual' } as ResponseInit

/** Whether one of the tags of an `If-None-Match` is this one. Weak ones are the same as strong ones here. */
const isKnownTag = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2))

/** Prepares the answers, each once a second at most, however many ask. */
export const createAnswers = (vendor: Vendor, memory: Memory, clock: () => number, hasEvents: boolean) => {
  let prepared = new Map<string, Answer>()
  let preparedFor: Known | null = null
  let second = 0
  const events = hasEvents ? { 'podlight-events': String(BEAT_SECONDS) } : {}

  const answer = (known: Known, now: number, body: string, revision: string): Answer => {
    const tag = tagOf(known, revision, now)
    const age = String(secondsOf(now - known.at))
    return {
      tag,
      body,
      compressed: null,
      headers: { ...NEWS_HEADERS, ...events, etag: tag, 'podlight-age': age },
    }
  }

  const prepare = (known: Known, what: string, now: number): Answer | null => {
    const body = answerOf(known, what, now, vendor)
    return body === null ? null : answer(known, now, JSON.stringify(body), known.revision)
  }

  const prepareDocument = async (source: Source, known: Known, now: number): Promise<Answer | null> => {
    const page = await memory.document(source, known)
    return page === null ? null : answer(known, now, page.text, page.revision)
  }

  /** A document that is still the same is not compressed anew for its age. */
  let lastPage: Answer | null = null
  const withCompressed = (what: string, next: Answer): Answer => {
    if (what !== 'summary') return next
    if (lastPage?.body === next.body) next.compressed = lastPage.compressed
    lastPage = next
    return next
  }

  const send = async (request: Request, found: Answer): Promise<Response> => {
    found.compressed ??= await compress(found.body)
    const headers = { ...found.headers, 'content-encoding': 'gzip' }
    return new Response(request.method === 'HEAD' ? null : found.compressed, { ...DONE, headers })
  }

  const reply = (request: Request, found: Answer): Response | Promise<Response> => {
    const { headers, tag, body } = found
    const asked = request.headers.get('if-none-match')
    if (asked !== null && isKnownTag(asked, tag)) {
      const { 'content-type': _, ...rest } = headers
      return new Response(null, { status: 304, headers: rest })
    }
    const isSmaller =
      body.length > WORTH_COMPRESSING && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
    if (isSmaller) return send(request, found)
    return new Response(request.method === 'HEAD' ? null : body, { headers })
  }

  const make = async (
    request: Request,
    source: Source,
    known: Known,
    what: string,
    now: number,
  ): Promise<Response> => {
    const isPage = what === 'summary'
    const found = isPage ? await prepareDocument(source, known, now) : prepare(known, what, now)
    if (found === null) return isPage ? unavailable('The document cannot be had right now.', 5) : notFound()
    prepared.set(what, withCompressed(what, found))
    return reply(request, found)
  }

  return (request: Request, source: Source, known: Known, what: string): Response | Promise<Response> => {
    const now = clock()
    const nowSecond = Math.ceil((now - known.at) / 1000)
    if (known !== preparedFor || nowSecond !== second) {
      prepared = new Map()
      preparedFor = known
      second = nowSecond
    }
    const found = prepared.get(what)
    return found === undefined ? make(request, source, known, what, now) : reply(request, found)
  }
}
