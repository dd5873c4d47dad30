import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderOf } from './builds.ts'

/** A copy of a build for Chromium that may ask for nothing more than it has: no script can answer what the browser asks. */
export const allowedBuild = (build = 'chrome-mv3-steered') => {
  const folder = mkdtempSync(join(tmpdir(), 'podlight-allowed-'))
  cpSync(folderOf(build), folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const own = readFileSync(path, 'utf8')
  const { optional_permissions, optional_host_permissions, ...manifest } = JSON.parse(own)
  const permissions = [...manifest.permissions, ...optional_permissions]
  writeFileSync(
    path,
    JSON.stringify({ ...manifest, permissions, host_permissions: optional_host_permissions }),
  )
  return {
    folder,
    /** The manifest as it was built. What a browser was allowed before stays so, and can now be taken back. */
    restore: () => writeFileSync(path, own),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
