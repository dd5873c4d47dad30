import { createRequestLines, type RequestEvent } from '../../../extension/background/evidence/requestLines.ts'
import { until } from '../../../scripts/stage/until.ts'
import { outcomeOf } from '../../../shared/evidence/outcome.ts'
import { hashed, templateOf } from '../../../shared/evidence/template.ts'
import { isRow } from '../../../shared/model/guards.ts'
import { type AgentApp, API, APP, ORGANISATION } from './agentApp.ts'
import type { Eye } from './extensionPage.ts'

// Every way in which a request may go, and what a browser tells an extension of it.

/** A page of the app, in whichever browser. */
export interface AppPage {
  open(url: string): Promise<unknown>
  run(body: string): Promise<unknown>
}

const BROWSER = 'const api = window.browser ?? window.chrome;'

/** Notes what the browser tells of requests, beside the background, on one of the extension's own pages. */
export const noteEvents = async (eye: Eye): Promise<void> => {
  await eye.run(`${BROWSER}
    window.events = [];
    const filter = { urls: ['https://*.kustomerapp.com/*'], types: ['xmlhttprequest', 'main_frame'] };
    for (const [name, state] of [
      ['onBeforeRequest', 'start'], ['onBeforeRedirect', 'end'], ['onResponseStarted', 'end'], ['onErrorOccurred', 'end'],
    ]) api.webRequest[name].addListener((event) => { window.events.push([state, event]) }, filter);`)
}

/**
 * As if requests had been watched until now: what is lost right after a start says nothing. Only once the background was
 * ended: one that has just heard what it is allowed may still clear what it finds.
 */
export const asBefore = (eye: Eye): Promise<unknown> =>
  eye.run(`${BROWSER}
    await api.storage.session.set({ evidence: { organisation: '${ORGANISATION}', salt: 7, at: Date.now() } })`)

export const watchOrganisation = async (
  eye: Eye,
  organisation: string | null = ORGANISATION,
): Promise<unknown> =>
  eye.run(`${BROWSER}
    return api.runtime.sendMessage({ type: 'page-bg:watch', organisation: ${JSON.stringify(organisation)} })`)

export const counted = (eye: Eye): Promise<unknown> =>
  eye.run(`${BROWSER} return (await api.storage.session.get('evidence')).evidence ?? null`)

const quietly = (call: string): string => `void ${call}.catch(() => undefined);`

/** Asks for everything, each under a path of its own; what is to end early does once the server has heard of it. */
export const askAll = async (
  page: AppPage,
  other: AppPage,
  { app, api, closed, asked }: AgentApp,
): Promise<void> => {
  await page.open(app)
  await page.run(`
    const get = (path, init) => fetch('${api}' + path, init);
    ${quietly("get('/v1/200/well')")}
    ${quietly("get('/v1/500/readable')")}
    ${quietly("get('/v1/503/unreadable')")}
    ${quietly("get('/v1/429/attachments', { method: 'POST', body: 'x' })")}
    ${quietly("get('/v1/401/refused-by-login')")}
    window.control = new AbortController();
    ${quietly("get('/v1/hanging/aborted', { signal: window.control.signal })")}
    const late = new XMLHttpRequest();
    late.open('GET', '${api}/v1/hanging/timeout');
    late.timeout = 300;
    late.send();
    ${quietly(`fetch('${closed}/v1/refused')`)}
    ${quietly("get('/v1/reset')")}
    window.unread = get('/v1/500/large');
    new Worker('/worker.js').postMessage('${api}/v1/500/worker');
    new SharedWorker('/shared.js').port.postMessage('${api}/v1/500/shared');
    ${quietly("get('/v1/500/preflight', { method: 'POST', headers: { 'x-own': '1' } })")}
    ${quietly("get('/v1/hanging/on')")}
    await get('/v1/cached').then((answer) => answer.text());
    await get('/v1/cached').then((answer) => answer.text());`)
  await other.open(app)
  await other.run(quietly(`fetch('${api}/v1/hanging/away')`))
  for (const path of ['aborted', 'away']) await asked(`/v1/hanging/${path}`)
  await page.run('window.control.abort()')
  await other.open(`${app}elsewhere`)
}

/** What each request was to an extension: its lines in words, by path. */
export const linesIn = (
  events: readonly (readonly ['start' | 'end', RequestEvent])[],
): Record<string, string[]> => {
  const lineOf = createRequestLines(() => 0)
  const all: Record<string, string[]> = {}
  for (const [state, event] of events) {
    const line = lineOf(state, event)
    if (line === null) continue
    const said = line.state === 'start' ? 'start' : `${line.error ?? line.status} is ${outcomeOf(line)}`
    const name = line.method === 'OPTIONS' ? `${line.path} OPTIONS` : line.path
    all[name] = [...(all[name] ?? []), said]
  }
  return all
}

export const linesOn = async (
  eye: Eye,
  isThere: (lines: Record<string, string[]>) => boolean,
): Promise<Record<string, string[]>> =>
  until(
    async () => linesIn((await eye.run('return JSON.parse(JSON.stringify(window.events))')) as never),
    isThere,
    'the events of all requests',
  )

/** How the background counted a path: as votes of its template, or as one that is still under way. */
export const votesIn = (
  row: unknown,
  paths: readonly string[],
  actions: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const { salt, counts } = row as {
    salt: number
    counts: {
      current: { tallies: Record<string, Record<string, number>> }
      bins: { votes: Record<string, string> }[]
      flights: { key: string }[]
    }
  }
  const voteOf = (path: string): string => {
    const host = path === '/' ? APP : API
    const key = hashed(`${actions[path] ?? ''} ${host} ${templateOf(path, {}, salt)}`, salt)
    const tally = counts.current.tallies[key]
    const open = isRow(tally) ? Object.keys(tally).filter((vote) => Number(tally[vote]) > 0) : []
    const closed = counts.bins.flatMap(({ votes }) => votes[key] ?? [])
    const votes = [...new Set([...closed, ...open])]
    if (votes.length > 0) return votes.join()
    return counts.flights.some((flight) => flight.key === key) ? 'under way' : 'nothing'
  }
  return Object.fromEntries(paths.map((path) => [path, voteOf(path)]))
}
