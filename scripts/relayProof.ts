/** `npm run relay:proof`: shows what the relay bears, and fails where something does not hold. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HELP, readProofArguments } from './relay/proof/arguments.ts'
import { type Proof, proofsOf } from './relay/proof/proofs.ts'
import { isFailed, linesOf } from './relay/proof/report.ts'

const secondsSince = (from: number): number => Math.round((Date.now() - from) / 1000)

/** Runs one and prints its rows; gives how many of them failed. */
const show = async ({ title, run }: Proof): Promise<number> => {
  const from = Date.now()
  const rows = await run()
  for (const line of linesOf(`${title} (${secondsSince(from)} s)`, rows)) console.log(line)
  return rows.filter(isFailed).length
}

const inTurns = async (proofs: readonly Proof[]): Promise<number> => {
  let failed = 0
  for (const proof of proofs) failed += await show(proof)
  return failed
}

/** Most of what they do is to wait, so the short form does them at once; but processor time is measured alone. */
const atOnce = async (proofs: readonly Proof[]): Promise<number> => {
  const failed = await inTurns(proofs.filter(({ name }) => name === 'requests'))
  const others = await Promise.all(proofs.filter(({ name }) => name !== 'requests').map(show))
  return others.reduce((sum, one) => sum + one, failed)
}

const run = async (): Promise<void> => {
  const { short, only, seed, help } = readProofArguments(process.argv.slice(2))
  if (help) return console.log(HELP.trimEnd())
  const folder = mkdtempSync(join(tmpdir(), 'podlight-proof-'))
  const began = Date.now()
  try {
    const proofs = proofsOf(short ? 'short' : 'whole', seed, folder).filter(({ name }) => only.includes(name))
    const failed = await (short ? atOnce(proofs) : inTurns(proofs))
    console.log(
      `\n${failed === 0 ? 'All of it holds' : `${failed} failed`}. It took ${secondsSince(began)} s.`,
    )
    process.exitCode = failed > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

run().catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
})
