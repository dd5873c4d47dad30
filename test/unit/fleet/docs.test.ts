import { readFileSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ArgumentError, HELP, readArguments } from '../../../scripts/fleet/arguments.ts'
import { scalePage } from '../../../scripts/fleet/page.ts'
import { PICTURED, picture } from '../../../scripts/fleet/picture.ts'
import { playFleet, SIZES } from '../../../scripts/fleet/play.ts'
import { resultOf, sizeless } from '../../../scripts/fleet/results.ts'
import { wrapped } from '../../../scripts/fleet/wrapped.ts'
import { copied, run } from '../../support/guide.ts'

// docs/scale.md and its picture say what is played. The two large sizes take minutes, and are compared each night.

const read = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

describe('docs/scale.md', () => {
  const fleets = [...playFleet(SIZES.filter((size) => size <= PICTURED))]
  const page = scalePage(fleets.map(resultOf), sizeless())
  const lines = (text: string): string[] => text.split('\n')

  it('has every row of the small sizes, and what is the same at every size', () => {
    const rows = lines(page).filter((line) => /^[|#]/.test(line))
    expect(rows.filter((row) => row.startsWith('| 10,000 |')).length).toBeGreaterThan(8)
    expect(lines(read('scale.md')).filter((line) => rows.includes(line))).toEqual(rows)
  })

  it('tells the model as it is', () => {
    expect(read('scale.md').split('## The model')[1]).toBe(page.split('## The model')[1])
  })

  it('shows every size', () => {
    for (const size of SIZES)
      expect(read('scale.md')).toContain(`\n| ${size.toLocaleString('en-US')} | outage |`)
  })

  it('has the picture of what is played', () => {
    const fleet = fleets.find(({ visitors }) => visitors === PICTURED)
    expect(fleet && picture(fleet)).toBe(read('scale.svg'))
  })

  it('is wrapped without breaking code, tables or lists', () => {
    const text = `${'word '.repeat(24)}\`npm run fleet\` ${'word '.repeat(3)}`.trim()
    const [first = '', second = ''] = lines(wrapped(text))
    expect([first.length, second]).toEqual([119, '`npm run fleet` word word word'])
    expect(wrapped(`| ${text} |`)).toBe(`| ${text} |`)
    expect(lines(wrapped(`- ${text}\n- b`)).map((line) => line.slice(0, 3))).toEqual(['- w', '  `', '- b'])
  })
})

describe('npm run fleet', () => {
  it('takes what its help says', () => {
    expect(readArguments([])).toEqual({ help: false, check: false, sizes: SIZES, isPart: false })
    expect(readArguments(['--check']).check).toBe(true)
    expect(readArguments(['--visitors', '2000'])).toMatchObject({ sizes: [2000], isPart: true })
    for (const args of [['--visitors', '1e9'], ['--visitors', '10', '--check'], ['--size', '1'], ['x']])
      expect(() => readArguments(args)).toThrow(ArgumentError)
    for (const option of ['--check', '--visitors', '--help']) expect(HELP).toContain(`\n  ${option}`)
  })

  it('shows fewer visitors and writes nothing', { timeout: 120_000 }, () => {
    const home = copied('fleet')
    try {
      const { status, said } = run(home, 'npm run fleet -- --visitors 2000')
      expect([status, said]).toEqual([0, expect.stringContaining('\n| 2,000 | outage |')])
      expect(readFileSync(`${home}/docs/scale.md`, 'utf8')).toBe(read('scale.md'))
      expect(run(home, 'npm run fleet -- --visitors few').status).toBe(2)
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})
