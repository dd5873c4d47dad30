import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../scripts/replay/arguments.ts'
import { run, upcoming } from '../../../scripts/replay/cli.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import { all } from './support.ts'

const lines: string[] = []
const print = (line: string): void => void lines.push(line)

describe('the command', () => {
  it('reads its arguments', () => {
    const args =
      '--recording a --recording b --at 2024-12-19T08:00:00Z --speed 60 --port 0 --fault 500'.split(' ')
    expect(readArguments(args)).toMatchObject({
      recordings: ['a', 'b'],
      at: Date.parse('2024-12-19T08:00:00Z'),
      speed: 60,
      port: 0,
      fault: { kind: '500' },
    })
    expect(readArguments([])).toMatchObject({ recordings: [], at: null, speed: 1, port: 4180, fault: null })
  })

  it.each([
    [['--speed', 'fast'], '--speed must be a number from 0 to 1000000, not "fast".'],
    [['--port', '99999'], '--port must be a number from 0 to 65535, not "99999".'],
    [['--port', '1.5'], '--port must be a whole number.'],
    [['--at', 'noon'], '"noon" is not a time; write 2024-12-19T07:33:00Z.'],
    [['--fault', 'odd'], 'fault must be one of 429, 500, '],
    [['--sped', '2'], '--help shows what there is.'],
    [['stray'], '--help shows what there is.'],
  ])('answers %j with one sentence', (args, message) => {
    expect(() => readArguments(args)).toThrow(message)
  })

  it('lists and helps without starting anything', async () => {
    lines.length = 0
    expect(await run(['--list'], print)).toBeNull()
    expect(lines).toHaveLength(all.length)
    expect(await run(['--help'], print)).toBeNull()
    expect(lines.at(-1)).toContain('npm run replay -- --recording')
  })

  it('starts a page, now if it shall, and tells what comes next', async () => {
    lines.length = 0
    const before = Date.now()
    const replay = await run(
      ['--recording', '2025-05-19-reopened', '--now', '--port', '0', '--fault', 'html'],
      print,
    )
    try {
      expect(lines[0]).toBe(`${replay?.url}/api/v2/summary.json`)
      expect(lines[1]).toMatch(/^It is .*Z at speed 1, with fault html\.$/)
      expect(lines.filter((line) => line.includes('[EMAIL]'))).toHaveLength(5)
      expect(replay?.time()).toBeGreaterThanOrEqual(before)
    } finally {
      await replay?.close()
    }
  })

  it('shows the next few changes only', () => {
    expect(upcoming([])).toEqual(['Nothing more changes.'])
    const moments = momentsOf(all)
    expect(upcoming(moments)).toHaveLength(7)
    expect(upcoming(moments).at(-1)).toBe(`  and ${moments.length - 5} more`)
  })
})
