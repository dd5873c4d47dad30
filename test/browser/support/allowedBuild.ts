import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionsOf } from '../../../extension/domain/evidence/origins.ts'
import { ORGANISATION } from '../../support/noticed.ts'
import { folderOf } from './builds.ts'

/** A build in which an organization's requests are allowed from the start: no test can answer the browser's question. */
export const allowedBuild = (build: string): string => {
  const name = `${build}-allowed`
  rmSync(folderOf(name), { recursive: true, force: true })
  cpSync(folderOf(build), folderOf(name), { recursive: true })
  const file = join(folderOf(name), 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }
  const { permissions, origins } = permissionsOf(ORGANISATION)
  const allowed = {
    ...manifest,
    permissions: [...manifest.permissions, ...permissions],
    optional_permissions: [],
    host_permissions: origins,
  }
  writeFileSync(file, JSON.stringify(allowed))
  return name
}
