import { describe, expect, it } from 'vitest'
import { ArgumentError, HELP, readArguments } from '../../../scripts/demo/arguments.ts'

describe('what is typed after npm start', () => {
  it('may be nothing', () => {
    expect(readArguments([])).toEqual({
      isLive: false,
      hasRelay: false,
      port: 0,
      opens: true,
      help: false,
    })
  })

  it('is taken', () => {
    expect(readArguments(['--live', '--port', '4190', '--no-open'])).toEqual({
      isLive: true,
      hasRelay: false,
      port: 4190,
      opens: false,
      help: false,
    })
    expect(readArguments(['--help']).help).toBe(true)
    expect(readArguments(['--relay']).hasRelay).toBe(true)
  })

  it.each([['--lvie'], ['--port', 'x'], ['--port', '70000'], ['--port', '-1'], ['--port', '1.5'], ['here']])(
    'is refused in words: %s %s',
    (...args) => {
      expect(() => readArguments(args)).toThrow(ArgumentError)
      expect(() => readArguments(args)).toThrow(/--help|--port takes/)
    },
  )

  it('may not play along with what is live', () => {
    expect(() => readArguments(['--live', '--relay'])).toThrow('--live and --relay do not go together')
  })

  it('is all in the help', () => {
    for (const name of ['--live', '--relay', '--port', '--no-open', '--help']) expect(HELP).toContain(name)
  })
})
