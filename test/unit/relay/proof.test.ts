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

// In the short form they mostly wait, so they wait together. What they know of processes stands in Linux' /proc.
const each = isNight ? it.each(proofs) : it.concurrent.each(proofs)
const timeout = nightly(15, 2) * 60_000

if (process.platform === 'linux')
  each('$title', { timeout }, async ({ run }) => {
    const rows = await run()
    expect(rows.filter(({ gates }) => gates).length).toBeGreaterThan(2)
    expect(rows.filter(isFailed)).toEqual([])
  })
else it.skip('only on Linux')
