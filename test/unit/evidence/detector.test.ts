import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector, type Detector } from '../../../shared/evidence/detector.ts'
import type { Line } from '../../../shared/evidence/line.ts'
import { requests } from '../../../shared/vendors/kustomer.ts'
import { ask, type End, linesOf, MINUTE, type Scene, START } from '../../support/evidence/traffic.ts'

/** What would be said, at which minute, each time that changes. */
const saidOf = (
  lines: readonly Line[],
  detector: Detector = createDetector(requests, 7),
): readonly string[] => {
  const said: string[] = []
  for (const line of lines) {
    detector.take(line)
    const sign = detector.sign()
    const now = sign === null ? 'quiet' : `${sign.what} ${sign.kind}`
    if (now !== (said.at(-1)?.replace(/^\d+ /, '') ?? 'quiet'))
      said.push(`${Math.round((line.at - START) / MINUTE)} ${now}`)
  }
  return said
}
const said = (scene: Scene): readonly string[] => saidOf(linesOf(scene))

/** The same trouble from one minute to another. */
const from =
  (begin: number, until: number, end: End) =>
  (minute: number): End | undefined =>
    minute >= begin && minute < until ? end : undefined

describe('trouble with the app', () => {
  it('is said within three minutes of errors, and is over five minutes after them', () => {
    expect(said({ minutes: 60, end: from(20, 40, { status: 503 }) })).toEqual(['22 app failing', '45 quiet'])
  })

  it('is said of errors that Chromium lets nobody read, once the status page answered', () => {
    const end = from(20, 40, { error: 'net::ERR_FAILED' })
    expect(said({ minutes: 60, end })).toEqual(['22 app failing', '45 quiet'])
    expect(said({ minutes: 60, end, page: (minute) => minute < 20 })).toEqual([])
  })

  it('is said when nothing answers but the status page, after five minutes', () => {
    const end = from(20, 40, { error: 'net::ERR_CONNECTION_REFUSED' })
    expect(said({ minutes: 60, end })).toEqual(['25 app unreachable', '45 quiet'])
  })

  it('is not said when the status page does not answer either', () => {
    const page = (minute: number): boolean => minute < 20 || minute > 40
    expect(said({ minutes: 60, end: from(20, 40, { error: 'net::ERR_TIMED_OUT' }), page })).toEqual([])
    // A gateway in between may well have a status of its own.
    expect(said({ minutes: 60, end: from(20, 40, { status: 502 }), page })).toEqual([])
  })

  it('is not said of a minute of errors, as when a new version is put in place', () => {
    expect(said({ minutes: 60, end: from(20, 21, { status: 503 }) })).toEqual([])
  })

  it('is not said of one broken thing, for hours', () => {
    expect(
      said({
        minutes: 180,
        end: (minute, path) => (minute > 20 && path === '/v1/search' ? { status: 500 } : undefined),
      }),
    ).toEqual([])
  })

  it.each([
    ['requests that a page ended', { error: 'net::ERR_ABORTED' }],
    ['the same in Firefox', { error: 'NS_BINDING_ABORTED' }],
    ['something in this browser that blocks', { error: 'net::ERR_BLOCKED_BY_CLIENT' }],
    ['a session that ended', { status: 401 }],
    ['leave that is missing', { status: 403 }],
    ['a limit of one’s own', { status: 429 }],
    ['a cable that was pulled', { error: 'net::ERR_INTERNET_DISCONNECTED' }],
    ['what is not there', { status: 404 }],
  ])('is not said of %s', (_, end) => {
    expect(said({ minutes: 60, end: from(20, 40, end) })).toEqual([])
    // The same stream with another end would have been told of.
    expect(said({ minutes: 60, end: from(20, 40, { status: 500 }) })).not.toEqual([])
  })

  it('is not said of what was lost while this computer’s network changed', () => {
    const end = from(20, 27, { error: 'net::ERR_NAME_NOT_RESOLVED' })
    expect(said({ minutes: 60, end })).toEqual(['25 app unreachable', '32 quiet'])
    const more: Line[] = [22, 24, 26].map((minute) => ({ at: START + minute * MINUTE, event: 'network' }))
    expect(said({ minutes: 60, end, more })).toEqual([])
  })

  it('is told without what was lost while this computer’s network changed', () => {
    const end = (minute: number, _: string, count: number): End | undefined => {
      if (minute < 20) return undefined
      return minute < 21 && count % 2 === 0 ? { error: 'net::ERR_TIMED_OUT' } : { status: 503 }
    }
    const codesWith = (more: readonly Line[]): object => {
      const detector = createDetector(requests, 7)
      for (const line of linesOf({ minutes: 24, end, more })) detector.take(line)
      return detector.sign()?.codes ?? {}
    }
    expect(Object.keys(codesWith([]))).toContain('net::ERR_TIMED_OUT')
    const change: Line = { at: START + 21.1 * MINUTE, event: 'network' }
    expect(Object.keys(codesWith([change]))).toEqual(['503'])
  })

  it('is forgotten where nobody works any more, and that is no word of health', () => {
    const detector = createDetector(requests, 7)
    expect(saidOf(linesOf({ minutes: 25, end: from(20, 25, { status: 500 }) }), detector)).toEqual([
      '22 app failing',
    ])
    detector.look(START + 50 * MINUTE)
    expect(detector.sign()).not.toBeNull()
    detector.look(START + 60 * MINUTE)
    expect(detector.sign()).toBeNull()
  })
})

describe('one thing that people do', () => {
  const send = (minute: number, end: End, what = 'messages'): Line =>
    ask(START + minute * MINUTE, `/v1/conversations/5f${minute}/${what}`, end, { method: 'POST' })

  it('is told of after four tries within minutes', () => {
    const more = [20, 20.5, 21, 22.1].map((minute) => send(minute, { status: 500 }))
    expect(saidOf(linesOf({ minutes: 40, more }))).toEqual(['22 sending failing'])
  })

  it('is over once it works again', () => {
    const bad = [20, 20.5, 21, 22.1].map((minute) => send(minute, { status: 500 }))
    const more = [...bad, send(25, {}), send(26, {})]
    expect(saidOf(linesOf({ minutes: 40, more }))).toEqual(['22 sending failing', '26 quiet'])
  })

  it('is told of where files are refused as too many, unless everything meets that limit', () => {
    const tries = [20, 20.5, 21, 22.1].map((minute) => send(minute, { status: 429 }, 'attachments'))
    expect(saidOf(linesOf({ minutes: 40, more: tries }))).toEqual(['22 attachments failing'])
    expect(saidOf(linesOf({ minutes: 40, more: tries, end: from(19, 24, { status: 429 }) }))).toEqual([])
  })

  it('is told of by the counts of its own tries', () => {
    const detector = createDetector(requests, 7)
    const more = [20, 20.5, 21, 22.1].map((minute) => send(minute, { status: 500 }))
    for (const line of linesOf({ minutes: 24, more })) detector.take(line)
    expect(detector.sign()).toMatchObject({ bad: 4, tried: 4, codes: { 500: 4 } })
  })

  it('is not told of where it was only read', () => {
    const more = [20, 20.5, 21, 22.1, 23].map((minute) =>
      ask(START + minute * MINUTE, '/v1/conversations/5f1/messages', { status: 500 }),
    )
    expect(saidOf(linesOf({ minutes: 40, more }))).toEqual([])
  })
})

describe('slowness', () => {
  it('is told of beside how long it usually takes', () => {
    const [first = '', second] = said({ minutes: 60, end: from(20, 40, { slower: 5 }) })
    expect([first, second]).toEqual([expect.stringMatching(/^2[34] app slow$/), '45 quiet'])
  })

  it('is not told of where the status page is as slow', () => {
    const pageSlower = (minute: number): number => (minute >= 20 && minute < 40 ? 5 : 1)
    expect(said({ minutes: 60, end: from(20, 40, { slower: 5 }), pageSlower })).toEqual([])
  })

  it('is not told of before it is known how long it usually takes', () => {
    expect(said({ minutes: 8, end: () => ({ slower: 5 }) })).toEqual([])
  })
})

describe('a request that hangs', () => {
  const start = (minute: number, path: string): Line =>
    ask(START + minute * MINUTE, path, {}, { state: 'start' })

  it('counts as lost once it takes twenty seconds, where it never waited before', () => {
    const hanging = linesOf({ minutes: 40 }).map((line, at) =>
      'host' in line && line.at >= START + 20 * MINUTE
        ? start(20 + (line.at - START - 20 * MINUTE) / MINUTE, `${line.path}?${at}`)
        : line,
    )
    expect(saidOf(hanging)).toContainEqual(expect.stringMatching(/^2[3-6] app (slow|unreachable)$/))
  })

  it('counts for nothing where it waits for news', () => {
    const polls = Array.from({ length: 80 }, (_, at): Line[] => {
      const began = START + at * 30_000
      const end = ask(began + 29_000, '/v1/events', { slower: 116 }, { state: 'end' })
      return [ask(began, '/v1/events', {}, { state: 'start' }), end]
    }).flat()
    expect(saidOf(linesOf({ minutes: 40, more: polls }))).toEqual([])
  })
})

describe('what is kept', () => {
  const scene: Scene = { minutes: 60, end: from(20, 40, { status: 503 }) }

  it('is gone on from, wherever it was cut off', () => {
    const lines = linesOf(scene)
    const whole = saidOf(lines)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(lines.length - 1), { maxLength: 6 }), (cuts) => {
        let detector = createDetector(requests, 7)
        const said: string[] = []
        for (const [at, line] of lines.entries()) {
          if (cuts.includes(at))
            detector = createDetector(requests, 7, JSON.parse(JSON.stringify(detector.kept())))
          detector.take(line)
          const sign = detector.sign()
          const now = sign === null ? 'quiet' : `${sign.what} ${sign.kind}`
          if (now !== (said.at(-1)?.replace(/^\d+ /, '') ?? 'quiet'))
            said.push(`${Math.round((line.at - START) / MINUTE)} ${now}`)
        }
        expect(said).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  it('is small, and holds no path', () => {
    const detector = createDetector(requests, 7)
    for (const line of linesOf({ ...scene, minutes: 38 })) detector.take(line)
    const text = JSON.stringify(detector.kept())
    expect(text.length).toBeLessThan(20_000)
    expect(text).not.toMatch(/v1|conversations|search|kustomer/)
  })

  it('is left where one thing in it is another', () => {
    const detector = createDetector(requests, 7)
    for (const line of linesOf({ ...scene, minutes: 38 })) detector.take(line)
    const kept = JSON.parse(JSON.stringify(detector.kept())) as Record<string, unknown>
    expect(createDetector(requests, 7, kept).sign()).not.toBeNull()
    for (const name of Object.keys(kept).filter((one) => !one.endsWith('At')))
      for (const value of [undefined, 'x', [[1]], { x: 'x' }])
        expect(createDetector(requests, 7, { ...kept, [name]: value }).sign(), name).toBeNull()
  })

  it('is left where it is anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const detector = createDetector(requests, 7, value)
        for (const line of linesOf({ minutes: 2 })) detector.take(line)
        expect(detector.sign()).toBeNull()
      }),
      { numRuns: 50 },
    )
  })
})

it('takes twice as much of what turned out to be nothing before', () => {
  const detector = createDetector(requests, 7)
  detector.doubt('app', 'failing')
  expect(saidOf(linesOf({ minutes: 60, end: from(20, 40, { status: 503 }) }), detector)[0]).toBe(
    '23 app failing',
  )
})

it('hears nothing of other hosts, of pictures, or of what only asks for leave', () => {
  const others = (more: object): readonly Line[] =>
    linesOf({ minutes: 60, end: from(20, 40, { status: 503 }) }).map((line) => ({ ...line, ...more }))
  expect(saidOf(others({ host: 'kustomerapp.com.example' }))).toEqual([])
  expect(saidOf(others({ type: 'image' }))).toEqual([])
  expect(saidOf(others({ method: 'OPTIONS' }))).toEqual([])
})
