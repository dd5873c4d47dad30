import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readProofArguments } from '../../../scripts/relay/proof/arguments.ts'
import { askedTooOften, mostInAnHour } from '../../../scripts/relay/proof/asked.ts'
import type { Follower, Told } from '../../../scripts/relay/proof/follower.ts'
import { lost, toldTwice } from '../../../scripts/relay/proof/kills.ts'
import { load } from '../../../scripts/relay/proof/load.ts'
import { isFailed, linesOf, mustHold, shouldBe } from '../../../scripts/relay/proof/report.ts'

/** The proofs of the relay can fail: what each looks for is seen where it is. */

describe('how often the page was asked', () => {
  const every = (step: number, count: number): number[] => Array.from({ length: count }, (_, i) => i * step)

  it('is fine by the schedule, and after six at once', () => {
    expect(askedTooOften(every(15_000, 300))).toEqual([])
    expect(askedTooOften(every(10, 6))).toEqual([])
  })

  it('is too often in any stretch of it', () => {
    expect(askedTooOften(every(10, 7))).toEqual(['7 requests in 0 s, not 6'])
    expect(askedTooOften([...every(15_000, 100), ...every(10, 8).map((at) => at + 2e6)])).not.toEqual([])
    expect(askedTooOften(every(12_000, 60))).not.toEqual([])
  })

  it('is counted by the fullest hour', () => {
    expect(mostInAnHour([...every(15_000, 10), ...every(15_000, 300).map((at) => at + 9e6)])).toBe(240)
  })
})

describe('what a client was told', () => {
  const told = (id: string, state: number): Told => ({ id, state, content: `state ${state}` })
  const followerOf = (all: readonly Told[], more: Partial<Follower> = {}): Follower => {
    const none = (): never => {
      throw new Error('Not asked for.')
    }
    return {
      told: all,
      published: [],
      wrong: [],
      logged: none,
      read: none,
      lose: none,
      stop: none,
      latest: none,
      listened: none,
      ...more,
    }
  }

  it('is fine where each change came once', () => {
    expect(toldTwice(followerOf([told('a.1', 1), told('a.2', 2), told('a.5', 3)]))).toEqual([])
  })

  it.each([
    ['the same id', [told('a.1', 1), told('a.1', 2)], 'a.1 twice'],
    ['the same content', [told('a.1', 1), told('a.2', 1)], 'state 1 twice'],
    ['numbers that begin anew', [told('a.1', 1), told('b.2', 2)], 'numbers begin anew after a.1'],
    ['a number that goes back', [told('a.3', 1), told('a.2', 2)], 'a.2 after a.3'],
    ['a state that goes back', [told('a.1', 2), told('a.2', 1)], 'state 1 after 2'],
  ])('is wrong with %s', (_, all, wrong) => {
    expect(toldTwice(followerOf(all))).toContain(wrong)
  })

  it('is too little where it listened and did not hear', () => {
    const published = [1, 2, 3].map((number) => ({ number, at: number * 1000 }))
    const lostWith = (listened: number): string[] => {
      const follower = followerOf([told('a.1', 1), told('a.3', 3)], { published, listened: () => listened })
      return lost({ follower, asked: [], alone: [], wrong: [], states: [1000, 2000, 3000, 4000] }, 60)
    }
    expect(lostWith(100)).toEqual([])
    expect(lostWith(5000)).toEqual(['change 2', 'state 2 of the page'])
  })
})

describe('the load', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  const serve = async (answer: (turn: number) => number | null): Promise<number> => {
    let turn = 0
    server = createServer((request, response) => {
      const status = answer(turn++)
      if (status === null) request.socket.destroy()
      else
        response
          .writeHead(status, status === 304 ? {} : { 'content-length': 2 })
          .end(status === 304 ? '' : 'ok')
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  const ask = (port: number) =>
    load({
      port,
      connections: 4,
      requests: 100,
      next: () => ({ text: 'GET / HTTP/1.1\r\nHost: here\r\n\r\n' }),
    })

  it('counts every answer by its status', async () => {
    const { statuses, broken } = await ask(
      await serve((turn) => (turn % 10 === 0 ? 503 : turn % 2 === 0 ? 304 : 200)),
    )
    expect([...statuses].sort(([a], [b]) => a - b)).toEqual([
      [200, 50],
      [304, 40],
      [503, 10],
    ])
    expect(broken).toBe(0)
  })

  it('counts what was broken, and goes on', async () => {
    const { statuses, broken } = await ask(await serve((turn) => (turn % 25 === 10 ? null : 200)))
    expect([broken, statuses.get(200)]).toEqual([4, 96])
  })
})

describe('the table', () => {
  it('fails by what must hold, and only tells of times', () => {
    const wrong = mustHold('streams', '3 open', 'all open', ['one broken'])
    const late = shouldBe('until the last', 7.25, 5, ' s')
    expect([wrong, late, mustHold('streams', '4 open', 'all open', [])].map(isFailed)).toEqual([
      true,
      false,
      false,
    ])
    const text = linesOf('Streams', [wrong, late]).join('\n')
    expect(text).toContain('FAILED: one broken')
    expect(text).toContain('target missed by 2.25 s')
  })

  it('a time that was never measured misses its target', () => {
    expect(shouldBe('until the last', Number.NaN, 5, ' s').missed).not.toBeNull()
  })
})

describe('what people type', () => {
  it('is read', () => {
    expect(readProofArguments(['--short', '--only', 'kills', '--seed', '7'])).toEqual({
      short: true,
      only: ['kills'],
      seed: 7,
      help: false,
    })
  })

  it.each([[['--only', 'all']], [['--seed', 'x']], [['--fast']]])('is refused: %j', (args) => {
    expect(() => readProofArguments(args)).toThrow()
  })
})
