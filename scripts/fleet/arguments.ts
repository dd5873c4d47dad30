import { parseArgs } from 'node:util'
import { SIZES } from './play.ts'

export const HELP = `Plays a day of visits with the schedule's own code, and writes docs/scale.md and docs/scale.svg. Takes some minutes.

  npm run fleet

  --check         compares with what is there, and writes nothing
  --visitors N    plays N visitors and says what they ask, and writes nothing
  --help          shows this`

/** What the command line asks for. */
export interface Arguments {
  readonly help: boolean
  readonly check: boolean
  readonly sizes: readonly number[]
  /** Only what is said; the document tells all sizes. */
  readonly isPart: boolean
}

export class ArgumentError extends Error {}

export const readArguments = (args: readonly string[]): Arguments => {
  const { values } = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { help: { type: 'boolean' }, check: { type: 'boolean' }, visitors: { type: 'string' } },
      })
    } catch (cause) {
      throw new ArgumentError(cause instanceof Error ? cause.message : 'Unknown option.')
    }
  })()
  const { help = false, check = false, visitors } = values
  if (visitors === undefined) return { help, check, sizes: SIZES, isPart: false }
  if (check) throw new ArgumentError('--check compares the whole document, so it goes without --visitors.')
  if (!/^[1-9]\d{2,7}$/.test(visitors))
    throw new ArgumentError('--visitors takes a number from 100 to 99999999.')
  return { help, check, sizes: [Number(visitors)], isPart: true }
}
