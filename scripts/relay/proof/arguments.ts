import { parseArgs } from 'node:util'
import { NAMES, type Name } from './proofs.ts'

export const HELP = `npm run relay:proof: shows what the relay bears, in the runtime that Cloudflare uses and on Node.

npm run relay:proof -- [options]
  --short      a little of each, in seconds
  --only NAME  one of ${NAMES.join(', ')}; may be given more than once
  --seed N     the moments of death of another run
  --help       shows this

It fails where something does not hold. Times and processor time depend on the machine: they are told, and fail nothing.
`

export interface ProofArguments {
  readonly short: boolean
  readonly only: readonly Name[]
  readonly seed: number
  readonly help: boolean
}

const isName = (text: string): text is Name => (NAMES as readonly string[]).includes(text)

/** Reads what people type; throws an error whose message says what to do. */
export const readProofArguments = (args: readonly string[]): ProofArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const only = values.only ?? []
  if (!only.every(isName))
    throw new Error(`--only takes one of ${NAMES.join(', ')}, not "${only.join(' ')}".`)
  const seed = Number(values.seed ?? 1)
  if (!Number.isInteger(seed) || seed < 0)
    throw new Error(`--seed takes a whole number, not "${values.seed}".`)
  return {
    short: values.short === true,
    only: only.length > 0 ? only : NAMES,
    seed,
    help: values.help === true,
  }
}
