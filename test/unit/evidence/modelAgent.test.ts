import { describe, expect, it } from 'vitest'
import { nightsOf, nuisancesOf } from '../../../scripts/evidence/nuisances/month.ts'
import { startAgent } from '../../../scripts/evidence/people/agent.ts'
import { startVisitor } from '../../../scripts/evidence/people/visitor.ts'
import { startStatusPage } from '../../../scripts/evidence/play/statusPage.ts'
import { type Browser, chromium, firefox } from '../../../scripts/evidence/world/browsers.ts'
import { API } from '../../../scripts/evidence/world/endpoints.ts'
import { createRandom } from '../../../scripts/evidence/world/random.ts'
import { BEGINS, dayEnds, HOUR, MINUTE } from '../../../scripts/evidence/world/time.ts'
import type { Trouble } from '../../../scripts/evidence/world/trouble.ts'
import { createWorld, type Form } from '../../../scripts/evidence/world/world.ts'
import type { ControlLine, EventLine, Line, RequestLine } from '../../../shared/evidence/line.ts'

// The bench judges a detector by this model, so it must do what the bench says of it.

interface Day {
  readonly seed?: number
  readonly rate?: number
  readonly form?: Form
  readonly browser?: Browser
  readonly troubles?: readonly Trouble[]
  readonly hours?: number
}

const day = ({
  seed = 1,
  rate = 2000,
  form = 'whole',
  browser = chromium,
  troubles = [],
  hours = 8,
}: Day) => {
  const lines: Line[] = []
  const world = createWorld({
    random: createRandom(seed),
    browser,
    form,
    begins: BEGINS,
    troubles,
    emit: (line) => lines.push(line),
  })
  startStatusPage(world, 60)
  startAgent(world, { rate })
  world.run(BEGINS + hours * HOUR)
  const requests = lines.filter((line): line is RequestLine => 'host' in line)
  return { lines, requests, world }
}
const share = (of: readonly RequestLine[], is: (line: RequestLine) => boolean): number =>
  of.filter(is).length / of.length

describe('an agent at work', () => {
  it('does the same on the same seed, and something else on another', () => {
    const texts = [day({ seed: 5 }), day({ seed: 5 }), day({ seed: 6 })].map(({ lines }) =>
      JSON.stringify(lines),
    )
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toBe(texts[2])
  })

  it.each([300, 1000, 2000])('makes about %i requests an hour', (rate) => {
    let requests = 0
    for (let seed = 1; seed <= 10; seed++) requests += day({ seed, rate }).requests.length
    expect(requests / 80 / rate).toBeGreaterThan(0.85)
    expect(requests / 80 / rate).toBeLessThan(1.15)
  })

  it('tells of everything in order of time, also through nights and with every nuisance at its busiest', () => {
    const random = createRandom(3)
    const circumstances = { random, browser: firefox }
    const troubles = [...nightsOf(circumstances), ...nuisancesOf(10, circumstances)]
    let last = 0
    let backwards = 0
    const world = createWorld({
      ...circumstances,
      form: 'pairs',
      begins: BEGINS,
      troubles,
      emit: ({ at }) => {
        if (at < last) backwards++
        last = at
      },
    })
    startStatusPage(world, 60)
    startAgent(world, { rate: 1000 })
    world.run(dayEnds(4))
    expect(backwards).toBe(0)
    expect(last).toBeGreaterThan(dayEnds(4) - HOUR)
  })

  it('works in bursts, thinks between them, and is at lunch for three quarters of an hour', () => {
    const { requests } = day({})
    const seconds = new Map<number, number>()
    for (const { at } of requests)
      seconds.set(Math.floor(at / 1000), (seconds.get(Math.floor(at / 1000)) ?? 0) + 1)
    expect(Math.max(...seconds.values())).toBeGreaterThanOrEqual(6)
    expect(seconds.size).toBeLessThan(8 * 3600 * 0.4)
    const within = (from: number, until: number): number =>
      requests.filter(({ at }) => at - BEGINS >= from * HOUR && at - BEGINS < until * HOUR).length
    expect(within(3.6, 4.2)).toBeLessThan(0.6 * within(2.6, 3.2))
  })

  it('asks many kinds of things, some of them often and some seldom, under ids as they are', () => {
    const { requests } = day({})
    const kinds = new Map<string, number>()
    for (const { method, path } of requests) {
      const kind = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24}/g, '*')}`
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      expect(kind).not.toMatch(/[0-9a-f]{9}/)
    }
    const counts = [...kinds.values()].sort((one, other) => other - one)
    expect(counts.length).toBeGreaterThan(18)
    expect(counts[0]).toBeGreaterThan(20 * (counts.at(-1) ?? 0))
  })

  it('fails as seldom as it is said to, and gives up what it no longer reads', () => {
    const requests = [1, 2, 3].flatMap((seed) => day({ seed }).requests)
    const aborted = (line: RequestLine): boolean => line.error === chromium.aborted
    expect(
      share(requests, ({ status, error }) => status >= 500 || (status === 0 && error !== chromium.aborted)),
    ).toBeCloseTo(0.003, 2)
    expect(share(requests, aborted)).toBeGreaterThan(0.02)
    expect(share(requests, aborted)).toBeLessThan(0.08)
    expect(share(requests, ({ status }) => status === 404)).toBeCloseTo(0.01, 2)
  })

  it('takes as long as each kind of request takes, and holds some of them open', () => {
    // Not every agent's app holds a connection open.
    const requests = [1, 2, 3, 4]
      .flatMap((seed) => day({ seed }).requests)
      .filter(({ status }) => status === 200)
    const times = requests.map(({ ms }) => ms).sort((one, other) => one - other)
    const median = times[Math.floor(times.length / 2)] ?? 0
    expect(median).toBeGreaterThan(90)
    expect(median).toBeLessThan(600)
    expect(requests.some(({ ms }) => ms > 25_000)).toBe(true)
    expect(times.at(-1)).toBeLessThanOrEqual(55_000)
  })

  it('tells of begin and end in pairs', () => {
    const open = new Map<string, number>()
    const { requests } = day({ form: 'pairs', hours: 1 })
    let ends = 0
    for (const { state, method, path } of requests) {
      const key = `${method} ${path}`
      const under = (open.get(key) ?? 0) + (state === 'start' ? 1 : -1)
      if (state === 'end') ends++
      expect(under).toBeGreaterThanOrEqual(0)
      open.set(key, under)
    }
    expect(ends).toBeGreaterThan(requests.length / 2 - 50)
  })

  it('shows preflights in Firefox alone', () => {
    const options = (browser: Browser) =>
      day({ browser }).requests.filter(({ method }) => method === 'OPTIONS').length
    expect(options(chromium)).toBe(0)
    expect(options(firefox)).toBeGreaterThan(500)
  })

  it('tries again what could not be sent', () => {
    const sent = (troubles: Trouble[]) =>
      day({ troubles }).requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
        .length
    const refused: Trouble = {
      name: 'refused',
      from: BEGINS,
      until: BEGINS + 8 * HOUR,
      meets: (asked) => {
        if (asked.endpoint.does === 'send') asked.status = 500
      },
    }
    expect(sent([])).toBeGreaterThan(100)
    expect(sent([refused])).toBeGreaterThan(1.8 * sent([]))
  })

  it('has a page that asks nothing once it could not be loaded, until it can be', () => {
    const gone: Trouble = {
      name: 'gone',
      from: BEGINS + HOUR,
      until: BEGINS + 2 * HOUR,
      meets: (asked, { browser }) => {
        asked.status = 0
        asked.error = browser.refused
      },
    }
    const { requests } = day({ troubles: [gone], rate: 300, hours: 3 })
    const within = (from: number, until: number) =>
      requests.filter(({ at }) => at - BEGINS >= from * HOUR && at - BEGINS < until * HOUR)
    expect(share(within(1.5, 2), ({ type }) => type === 'main_frame')).toBeGreaterThan(0.3)
    expect(share(within(2.2, 3), ({ type }) => type === 'main_frame')).toBeLessThan(0.1)
  })
})

it('the status page is asked every 60 to 75 seconds, and once more on suspicion, as far as its bucket goes', () => {
  const lines: Line[] = []
  const world = createWorld({
    random: createRandom(1),
    browser: chromium,
    form: 'whole',
    begins: BEGINS,
    troubles: [],
    emit: (line) => lines.push(line),
  })
  const page = startStatusPage(world, 60)
  world.run(BEGINS + HOUR)
  expect(page.asked()).toBeGreaterThanOrEqual(HOUR / 75_000 - 1)
  expect(page.asked()).toBeLessThanOrEqual(HOUR / MINUTE + 1)
  for (let second = 0; second < 3600; second++) {
    page.askSoon()
    world.run(BEGINS + HOUR + second * 1000)
  }
  expect(page.asked()).toBeLessThanOrEqual(61 + 10 + 3600 / 33 + 1)
  expect(lines.every((line) => (line as ControlLine).control)).toBe(true)
})

it('a computer that sleeps tells nothing, then that it woke, and then in a rush what waited', () => {
  const troubles = [1, 2].flatMap((hour): Trouble[] => [
    {
      name: 'sleep',
      from: BEGINS + hour * HOUR,
      until: BEGINS + (hour + 0.5) * HOUR,
      sleeps: true,
      events: [{ at: BEGINS + (hour + 0.5) * HOUR, event: 'wake' }],
    },
  ])
  const { lines } = day({ troubles, hours: 3 })
  const asleep = lines.filter(({ at }) => at > BEGINS + HOUR && at < BEGINS + 1.5 * HOUR)
  expect(asleep).toEqual([])
  expect(lines.filter((line): line is EventLine => 'event' in line).map(({ event }) => event)).toEqual([
    'wake',
    'wake',
  ])
})

it('a visitor makes about ten requests to the chat, and keeps asking while it does not open', () => {
  const visit = (seed: number, status: number) => {
    const lines: RequestLine[] = []
    const broken: Trouble = {
      name: 'broken',
      from: BEGINS,
      until: BEGINS + HOUR,
      meets: (asked) => {
        asked.status = status
      },
    }
    const world = createWorld({
      random: createRandom(seed),
      browser: chromium,
      form: 'whole',
      begins: BEGINS,
      troubles: status === 200 ? [] : [broken],
      emit: (line) => lines.push(line as RequestLine),
    })
    startVisitor(world, { attaches: true, patience: 15 * MINUTE })
    world.run(BEGINS + HOUR)
    return lines
  }
  const all = Array.from({ length: 50 }, (_, seed) => visit(seed, 200))
  const mean = all.flat().length / 50
  expect(mean).toBeGreaterThan(8)
  expect(mean).toBeLessThan(20)
  expect(all.flat().every(({ host, path }) => host === API && path.startsWith('/c/v1/chat/'))).toBe(true)
  expect(new Set(visit(1, 503).map(({ path }) => path))).toEqual(
    new Set(['/c/v1/chat/settings', '/c/v1/chat/sessions']),
  )
  expect(visit(1, 503).length).toBeGreaterThan(20)
})
