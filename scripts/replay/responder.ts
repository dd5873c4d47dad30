import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer, METHODS, preflight, refuse } from './answer.ts'
import type { PageOptions } from './catalogue.ts'
import type { FaultKind, FaultSwitch } from './fault.ts'
import { misbehave } from './misbehave.ts'
import type { Recording } from './recording.ts'
import { ROUTES } from './routes.ts'

/** Another page than the vendor's, for the fault of that name. */
const OTHER_PAGE: PageOptions = { id: 'xk0b4w7tz3qd', name: 'Another', url: 'https://status.example.com' }

export interface Answered {
  /** 0 where no head was sent. */
  readonly status: number
  readonly fault: FaultKind | null
}

export interface Playing {
  readonly recordings: readonly Recording[]
  readonly page: PageOptions
  readonly faults: FaultSwitch
  /** The replay's time. */
  readonly time: () => number
}

/** Answers one request to the page as the vendor would, or as the fault in force says. */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { recordings, page, faults, time }: Playing,
): Answered {
  const well = (status: number): Answered => ({ status, fault: null })
  const route = ROUTES.get(path)
  if (route === undefined) return well(refuse(request, response, 404, 'The page has nothing here.'))
  if (request.method === 'OPTIONS') return well(preflight(response))
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return well(refuse(request, response, 405, 'This page can only be read.', { Allow: METHODS }))
  const fault = faults.take()
  const shown = fault?.kind === 'other-page' ? { ...page, ...OTHER_PAGE } : page
  const body = route(recordings, time(), shown)
  return fault === null
    ? well(answer(request, response, body))
    : { status: misbehave(request, response, fault, body), fault: fault.kind }
}
