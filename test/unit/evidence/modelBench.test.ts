import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../scripts/evidence/arguments.ts'
import { runBench } from '../../../scripts/evidence/bench.ts'
import { FAULTS } from '../../../scripts/evidence/faults/fault.ts'
import { NUISANCES, nuisancesOf } from '../../../scripts/evidence/nuisances/month.ts'
import type { NewDetector } from '../../../scripts/evidence/play/detector.ts'
import { playMonths } from '../../../scripts/evidence/play/months.ts'
import { playFault } from '../../../scripts/evidence/play/notice.ts'
import { PLAIN_RULES } from '../../../scripts/evidence/play/plainRules.ts'
import { seedOf } from '../../../scripts/evidence/play/seeds.ts'
import {
  countInterval,
  percentile,
  percentileInterval,
  shareInterval,
} from '../../../scripts/evidence/results/statistics.ts'
import { chromium } from '../../../scripts/evidence/world/browsers.ts'
import { createRandom } from '../../../scripts/evidence/world/random.ts'
import { BEGINS, DAYS, dayEnds, intoDay, MINUTE, WORKDAY } from '../../../scripts/evidence/world/time.ts'

const silent: NewDetector = () => ({ take: () => {}, sign: () => null, isSuspicious: () => false })

describe('nuisances', () => {
  const namesOf = (times: number, seed: number) =>
    nuisancesOf(times, { random: createRandom(seed), browser: chromium })

  it.each([1, 3, 10])('come as often as assumed, times %i, at work', (times) => {
    for (const { name, perMonth, falls } of NUISANCES) {
      const random = createRandom(1)
      const each = falls(BEGINS, { random, browser: chromium })
      expect(each.every((trouble) => trouble.name === name && trouble.until > trouble.from)).toBe(true)
      const begun = new Set(
        namesOf(times, 7)
          .filter((trouble) => trouble.name === name)
          .map(({ from }) => from),
      )
      expect(begun.size).toBeGreaterThanOrEqual(Math.floor(perMonth * times))
    }
    for (const { from } of namesOf(times, 8)) {
      expect(from).toBeGreaterThan(BEGINS - WORKDAY)
      expect(from).toBeLessThan(dayEnds(DAYS))
    }
    // A trouble of several parts may end in the evening, but none begins in the night, or a minute before nine.
    expect(namesOf(times, 9).filter(({ from }) => intoDay(from + MINUTE) > 1.3 * WORKDAY)).toEqual([])
  })

  it.each(PLAIN_RULES)('make $name speak dozens or hundreds of times a month', ({ create }) => {
    const run = { rate: 2000, nuisances: 1, form: 'pairs', months: 1 } as const
    expect(playMonths(create, 'tune', run).alarms).toBeGreaterThan(50)
  })
})

describe('seeds', () => {
  it('to tune on are never among those to judge on', () => {
    const names = [
      ...FAULTS.flatMap(({ name }) => [300, 1000, 2000].map((rate) => `${name} ${rate} pairs`)),
      ...[1, 3, 10].map((nuisances) => `month 2000 ${nuisances} pairs`),
    ]
    const seedsOf = (which: 'tune' | 'judge') =>
      names.flatMap((name) => Array.from({ length: 1000 }, (_, run) => seedOf(which, name, run)))
    const tune = new Set(seedsOf('tune'))
    expect(tune.size).toBe(1000 * names.length)
    expect(seedsOf('judge').filter((seed) => tune.has(seed))).toEqual([])
    expect([...tune].every(Number.isSafeInteger)).toBe(true)
  })

  it('that are neighbours begin with other numbers', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).next())
    expect(new Set(firsts).size).toBe(1000)
    const mean = firsts.reduce((sum, value) => sum + value, 0) / 1000
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.04)
  })
})

describe('troubles', () => {
  const outage = FAULTS.find(({ name }) => name === 'outage, 5xx')
  const plain = PLAIN_RULES[1]?.create
  if (!outage || !plain) throw new Error('No outage, or no plain rule.')

  it('are noticed from their onset by a rule that looks at failures, and never by one that says nothing', () => {
    const trials = { rate: 2000, form: 'pairs', trials: 10 } as const
    const noticed = playFault(plain, 'tune', outage, trials)
    expect(percentile(noticed.minutes, 0.5)).toBeLessThan(2)
    expect(noticed.minutes.every((minute) => minute > 0)).toBe(true)
    expect(playFault(silent, 'tune', outage, trials).minutes).toEqual(
      new Array(10).fill(Number.POSITIVE_INFINITY),
    )
  })
})

describe('intervals', () => {
  it('of counts are the exact ones', () => {
    expect(countInterval(0)[0]).toBe(0)
    expect(countInterval(0)[1]).toBeCloseTo(3.689, 2)
    expect(countInterval(10)[0]).toBeCloseTo(4.795, 2)
    expect(countInterval(10)[1]).toBeCloseTo(18.39, 2)
  })

  it('of shares are those of Wilson', () => {
    const [from, to] = shareInterval(1, 10)
    expect(from).toBeCloseTo(0.0179, 3)
    expect(to).toBeCloseTo(0.4042, 3)
  })

  it('of percentiles hold what was measured', () => {
    const values = Array.from({ length: 200 }, (_, i) => i)
    expect(percentile(values, 0.9)).toBe(179)
    const [from, to] = percentileInterval(values, 0.9)
    expect(from).toBeLessThan(179)
    expect(to).toBeGreaterThan(179)
    expect(to - from).toBeLessThan(25)
  })
})

it('the bench judges on seeds to judge unless told otherwise, and finds a detector that says nothing wanting', () => {
  expect(readArguments([])).toMatchObject({ seeds: 'judge', months: 100, trials: 200 })
  expect(readArguments(['--seeds', 'tune', '--only', 'faults'])).toMatchObject({
    seeds: 'tune',
    parts: ['faults'],
  })
  expect(() => readArguments(['--months', 'many'])).toThrow('--months takes a number')
  const said: string[] = []
  expect(
    runBench(silent, readArguments(['--quick', '--trials', '2', '--only', 'incidents']), (text) =>
      said.push(text),
    ),
  ).toBe(false)
  expect(said.join('\n')).toMatch(/Apr 2020, chat.*never.*missed/)
  expect(said.join('\n')).toMatch(/Aug 2025.*met/)
})
