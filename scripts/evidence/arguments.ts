import { parseArgs } from 'node:util'
import type { Seeds } from './play/seeds.ts'

export const HELP = `Plays months of an agent's work and troubles from their true onset to the evidence detector, and says how often
it speaks for nothing and how soon it notices. It exits with 1 where a target is missed.

  npm run bench:evidence

  --months N     months at 2,000 requests an hour, as assumed and with nuisances tripled; else 100
  --trials N     how often each trouble is played; else 200
  --quick        a few of both, in seconds
  --seeds WHICH  judge, or tune for who changes the detector; else judge
  --only PART    assumptions, alarms, faults or incidents
  --help         shows this`

export const PARTS = ['assumptions', 'alarms', 'faults', 'incidents'] as const
export type Part = (typeof PARTS)[number]

export interface Arguments {
  readonly help: boolean
  readonly months: number
  readonly trials: number
  /** Few runs: what is not surely missed counts as met. */
  readonly isShort: boolean
  readonly seeds: Seeds
  readonly parts: readonly Part[]
}

export class ArgumentError extends Error {}

const counted = (name: string, value: string | undefined, other: number): number => {
  if (value === undefined) return other
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new ArgumentError(`--${name} takes a number from 1 to 99999.`)
  return Number(value)
}

export const readArguments = (args: readonly string[]): Arguments => {
  const { values } = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: {
          help: { type: 'boolean', default: false },
          quick: { type: 'boolean', default: false },
          months: { type: 'string' },
          trials: { type: 'string' },
          seeds: { type: 'string', default: 'judge' },
          only: { type: 'string' },
        },
      })
    } catch (cause) {
      throw new ArgumentError(cause instanceof Error ? cause.message : 'Unknown option.')
    }
  })()
  const { help, quick, seeds, only } = values
  if (seeds !== 'tune' && seeds !== 'judge') throw new ArgumentError('--seeds takes tune or judge.')
  const parts = PARTS.filter((part) => only === undefined || part === only)
  if (parts.length === 0) throw new ArgumentError(`--only takes ${PARTS.join(', ')}.`)
  return {
    help,
    months: counted('months', values.months, quick ? 1 : 100),
    trials: counted('trials', values.trials, quick ? 5 : 200),
    isShort: quick,
    seeds,
    parts,
  }
}
