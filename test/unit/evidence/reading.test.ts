import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWatcher } from '../../../scripts/evidence/watcher.ts'
import { lineOf } from '../../../shared/evidence/line.ts'
import { type Outcome, outcomeOf } from '../../../shared/evidence/outcome.ts'
import { hashed, templateOf } from '../../../shared/evidence/template.ts'
import { linesOf, START } from '../../support/evidence/traffic.ts'

describe('what is asked for, whoever’s it is', () => {
  it.each([
    ['/v1/customers/5f3e9ab2c1d4e5f60718293a/timeline?page=2', '/v1/customers/*/timeline'],
    ['/v1/messages/0b7e4a52-9c1d-4f6e-8a3b-2d1c0e9f8a7b', '/v1/messages/*'],
    ['/v1/customers/email=ann%40example.com', '/v1/customers/*'],
    ['/v1/customers/ann@example.com', '/v1/customers/*'],
    ['/app/customers/abcdefghijklmnopqrstuvwxyz#top', '/app/customers/*'],
    ['/v2/work-items/', '/v2/work-items'],
    ['/v2/workItems', '/v2/workItems'],
    ['/v1/snippets/tm_fluMdDzBKj', '/v1/snippets/*'],
    ['/v1/notes/what-a-long-title-of-a-note', '/v1/notes/*'],
    ['/', '/'],
    ['', '/'],
  ])('%s is %s', (path, template) => {
    expect(templateOf(path, {}, 1)).toBe(template)
  })

  it.each([
    ['titles', '/v1/articles/', ''],
    ['objects that somebody named', '/v1/objects/', '/5f3e9ab2'],
  ])('is one thing where it has ever other %s', (_, before, after) => {
    const siblings = {}
    const words = ['red', 'blue', 'green', 'late', 'small', 'large', 'old', 'new-shirts']
    const templates = words.map((word) => templateOf(before + word + after, siblings, 1))
    const all = `${before}*${after.replace(/\w+$/, '*')}`
    expect(templates.slice(0, 6)).not.toContain(all)
    expect(templates.slice(6)).toEqual([all, all])
    expect(templateOf(`${before}red${after}`, siblings, 1)).toBe(all)
    expect(templateOf('/v1/work-items', siblings, 1)).toBe('/v1/work-items')
    expect(JSON.stringify(siblings)).not.toMatch(/red|articles|objects|shirts/)
  })

  it('may be of many kinds', () => {
    const siblings = {}
    const words = Array.from({ length: 40 }, (_, at) => `thing${'abcdefgh'[at % 8]}${'klmno'[at % 5]}`)
    expect(words.map((word) => templateOf(`/v1/${word}`, siblings, 1))).not.toContain('/v1/*')
  })

  it('is told apart by its hash, and by another one for each salt', () => {
    expect(hashed('/v1/teams', 1)).toBe(hashed('/v1/teams', 1))
    expect(hashed('/v1/teams', 1)).not.toBe(hashed('/v1/tags', 1))
    expect(hashed('/v1/teams', 1)).not.toBe(hashed('/v1/teams', 2))
  })
})

it.each([
  [200, null, 'ok'],
  [304, null, 'ok'],
  [404, null, 'ok'],
  [422, null, 'ok'],
  [401, null, 'void'],
  [403, null, 'void'],
  [407, null, 'void'],
  [511, null, 'void'],
  [429, null, 'limited'],
  [500, null, 'bad'],
  [503, null, 'bad'],
  [0, 'net::ERR_FAILED', 'failed'],
  [0, 'net::ERR_ABORTED', 'void'],
  [0, 'NS_BINDING_ABORTED', 'void'],
  [0, 'NS_ERROR_ABORT', 'void'],
  [0, 'net::ERR_BLOCKED_BY_CLIENT', 'void'],
  [0, 'net::ERR_CONNECTION_ABORTED', 'lost'],
  [0, 'net::ERR_CONNECTION_REFUSED', 'lost'],
  [0, 'net::ERR_TIMED_OUT', 'lost'],
  [0, 'net::ERR_NAME_NOT_RESOLVED', 'lost'],
  [0, 'NS_ERROR_CONNECTION_REFUSED', 'lost'],
  [0, 'NS_ERROR_NET_RESET', 'lost'],
  [0, 'NS_ERROR_NET_TIMEOUT', 'lost'],
  [0, 'NS_ERROR_UNKNOWN_HOST', 'lost'],
  [0, 'net::ERR_NETWORK_CHANGED', 'cut'],
  [0, 'net::ERR_INTERNET_DISCONNECTED', 'cut'],
  [0, 'NS_ERROR_OFFLINE', 'cut'],
  [0, null, 'void'],
] satisfies [number, string | null, Outcome][])(
  'a request with %i and %s is %s',
  (status, error, outcome) => {
    expect(outcomeOf({ status, error })).toBe(outcome)
  },
)

describe('a line', () => {
  it('is read where it says when, and what', () => {
    expect(lineOf({ at: 5, event: 'wake' })).toEqual({ at: 5, event: 'wake' })
    expect(lineOf({ at: 5, control: true, ok: true, ms: 80 })).toEqual({
      at: 5,
      control: true,
      ok: true,
      ms: 80,
    })
    expect(lineOf({ at: 5, host: 'A.kustomerapp.com', status: null })).toMatchObject({
      host: 'a.kustomerapp.com',
      method: 'GET',
      path: '/',
      status: 0,
    })
    for (const value of [null, 1, [], {}, { at: '5', event: 'wake' }, { at: 5 }, { at: 5, event: 'rain' }])
      expect(lineOf(value)).toBeNull()
  })

  it('never breaks anything, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.json(),
            fc.json().map((text) => `{"at":1,"host":"x.kustomerapp.com","path":${text}}`),
          ),
          { maxLength: 20 },
        ),
        (texts) => {
          const told: object[] = []
          const watcher = createWatcher((line) => told.push(line))
          for (const text of texts) watcher.read(text)
          watcher.end()
          expect(told).toEqual([{ end: true, requests: expect.any(Number) as number }])
        },
      ),
    )
  })
})

describe('what is printed of lines in a file', () => {
  const printed = (texts: readonly string[]): object[] => {
    const told: object[] = []
    const watcher = createWatcher((line) => told.push(line))
    for (const text of texts) watcher.read(text)
    watcher.end()
    return told
  }

  it('is each change, and at the end how many requests there were', () => {
    const lines = linesOf({
      minutes: 60,
      end: (minute) => (minute >= 20 && minute < 40 ? { status: 503 } : undefined),
    })
    expect(printed(lines.map((line) => JSON.stringify(line)))).toEqual([
      {
        at: START + 21.5 * 60_000,
        state: 'noticed',
        what: 'app',
        kind: 'failing',
        bad: 45,
        tried: 45,
        since: START + 20 * 60_000,
      },
      expect.objectContaining({ state: 'quiet', what: 'app', kind: 'failing' }),
      { end: true, requests: 1800 },
    ])
  })

  it('counts a request once whose beginning is told as well', () => {
    const line = (at: number, more: object): string =>
      JSON.stringify({ at, host: 'acme.kustomerapp.com', path: '/', ...more })
    const lines = [
      line(1, { state: 'start' }),
      line(2, { state: 'end', status: 200 }),
      line(3, { status: 200 }),
      line(4, { state: 'start' }),
    ]
    expect(printed(lines)).toEqual([{ end: true, requests: 3 }])
  })
})
