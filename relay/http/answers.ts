import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { Source } from '../upstream/source.ts'
import type { Known, Memory } from './memory.ts'
import { BEAT_SECONDS, NEWS_HEADERS, notFound, unavailable } from './replies.ts'
import { answerOf, idOf, secondsOf, tagOf } from './verdicts.ts'

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1000

/** An answer, made once a second at most. Its headers are kept too: making them took a good part of the time of a request. */
interface Answer {
  readonly what: string
  readonly tag: string
  readonly body: string
  readonly headers: Headers
  /** The headers of a 304. */
  readonly unchanged: Headers
  /** Compressed when the first reader wants it. Readers that come while that happens get it uncompressed. */
  compressed: { readonly body: ArrayBuffer; readonly headers: Headers } | 'begun' | null
}

/** Whether a reader accepts gzip. `gzip;q=0` refuses it. */
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

const compress = (body: string): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** Whether one of the tags of an `If-None-Match` is this one. Weak ones are the same as strong ones here. */
const isKnownTag = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2))

/** Prepares the answers, each once a second at most, however many ask. */
export const createAnswers = (vendor: Vendor, memory: Memory, clock: () => number, hasEvents: boolean) => {
  let prepared = new Map<string, Answer>()
  let preparedFor: Known | null = null
  let second = 0
  const events = hasEvents ? { 'podlight-events': String(BEAT_SECONDS) } : {}

  const answer = (known: Known, what: string, now: number, body: string, revision: string): Answer => {
    const tag = tagOf(known, revision, now)
    const age = String(secondsOf(now - known.at))
    const headers = new Headers({
      ...NEWS_HEADERS,
      ...events,
      etag: tag,
      'podlight-age': age,
      'podlight-id': idOf(known, what) ?? '',
      'podlight-fetched': new Date(known.fetchedAt).toISOString(),
    })
    const unchanged = new Headers(headers)
    unchanged.delete('content-type')
    return { what, tag, body, headers, unchanged, compressed: null }
  }

  const prepare = (known: Known, what: string, now: number): Answer | null => {
    const body = answerOf(known, what, now, vendor)
    return body === null ? null : answer(known, what, now, JSON.stringify(body), known.revision)
  }

  const prepareDocument = async (source: Source, known: Known): Promise<Answer | null> => {
    const page = await memory.document(source, known)
    // Getting the document may have taken a while.
    return page === null ? null : answer(known, 'summary', clock(), page.text, page.revision)
  }

  /** What was compressed last, so that the same document isn't compressed again because its age changed. */
  const bytes = new Map<string, { readonly of: string; readonly are: ArrayBuffer }>()

  const compressed = async ({ what, body }: Answer): Promise<ArrayBuffer> => {
    const last = bytes.get(what)
    if (last?.of === body) return last.are
    const are = await compress(body)
    bytes.set(what, { of: body, are })
    return are
  }

  const begin = async (request: Request, found: Answer): Promise<Response> => {
    found.compressed = 'begun'
    const headers = new Headers(found.headers)
    headers.set('content-encoding', 'gzip')
    found.compressed = { body: await compressed(found), headers }
    return reply(request, found)
  }

  const reply = (request: Request, found: Answer): Response | Promise<Response> => {
    const asked = request.headers.get('if-none-match')
    if (asked !== null && isKnownTag(asked, found.tag))
      return new Response(null, { status: 304, headers: found.unchanged })
    const isHead = request.method === 'HEAD'
    const isSmaller =
      found.body.length > WORTH_COMPRESSING && GZIP.test(request.headers.get('accept-encoding') ?? '')
    if (!isSmaller || found.compressed === 'begun')
      return new Response(isHead ? null : found.body, { headers: found.headers })
    if (found.compressed === null) return begin(request, found)
    const { body, headers } = found.compressed
    // Engines that compress by themselves must be told that it is done.
    return new Response(isHead ? null : body, { headers, encodeBody: 'manual' } as ResponseInit)
  }

  const make = async (
    request: Request,
    source: Source,
    known: Known,
    what: string,
    now: number,
  ): Promise<Response> => {
    const isPage = what === 'summary'
    // By the time the document is here, `prepared` may be the map of a later second.
    const mine = prepared
    const found = isPage ? await prepareDocument(source, known) : prepare(known, what, now)
    if (found === null) return isPage ? unavailable('The document cannot be had right now.', 5) : notFound()
    mine.set(what, found)
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
