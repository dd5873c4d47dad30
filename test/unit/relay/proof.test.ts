import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { proofsOf } from '../../../scripts/relay/proof/proofs.ts'
import { isFailed } from '../../../scripts/relay/proof/report.ts'
import { isNight, nightly } from '../../support/nightly.ts'

/** What `npm run relay:proof` shows, under the real runtime and on Node. The short form does most of it in seconds. */

const folder = mkdtempSync(join(tmpdir(), 'podlight-proof-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const proofs = proofsOf(nightly('whole', 'short'), 1, folder).filter(
  ({ name }) => isNight || name !== 'requests',
)

// In the short form they mostly wait, so they wait together.
const test = isNight ? it : it.concurrent
const timeout = nightly(15, 2) * 60_000

// What they know of a process stands in Linux' /proc.
for (const { title, run } of proofs)
  test(title, { timeout, skip: process.platform !== 'linux' }, async () => {
    const rows = await run()
    expect(rows.filter(({ gates }) => gates).length).toBeGreaterThan(1)
    expect(rows.filter(isFailed)).toEqual([])
  })
