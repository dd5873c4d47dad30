import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf } from './support/builds.ts'

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
const manifestOf = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folderOf(build), 'manifest.json'), 'utf8'))

const filesOf = (build: string): string[] =>
  readdirSync(folderOf(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

describe.each(BUILDS)('the package %s', (build) => {
  it('asks for these permissions and no other, and for no host, then or later', () => {
    const manifest = manifestOf(build)
    expect(manifest['permissions']).toEqual(['storage', 'alarms', 'notifications', 'activeTab', 'scripting'])
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'optional_permissions',
      'content_scripts',
      'externally_connectable',
    ])
      expect(manifest[key]).toBeUndefined()
    expect(manifest['web_accessible_resources']).toBeUndefined()
  })

  it('runs its own scripts and no others', () => {
    const { extension_pages: policy } = manifestOf(build)['content_security_policy'] as {
      extension_pages: string
    }
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('default-src')).toEqual(["'none'"])
    for (const kind of ['script-src', 'style-src', 'img-src']) expect(rules.get(kind)).toEqual(["'self'"])
    const pages = filesOf(build).filter((path) => path.endsWith('.html'))
    expect(pages).toHaveLength(3)
    for (const page of pages) {
      const text = readFileSync(page, 'utf8')
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
      expect(text).not.toMatch(/<style|\son\w+=|style=/)
    }
  })

  it('differs from the build for tests in the clock alone', () => {
    // Names of chunks carry a hash of what is in them.
    const unhashed = (text: string): string => text.replaceAll(/-[\w-]{8}(?=\.(?:js|css))/g, '-HASH')
    const files = (folder: string): Map<string, string> =>
      new Map(
        filesOf(folder).map((path) => [
          unhashed(relative(folderOf(folder), path)),
          unhashed(readFileSync(path, 'latin1')),
        ]),
      )
    const [own, steered] = [files(build), files(`${build}-steered`)]
    expect([...steered.keys()]).toEqual([...own.keys()])
    const different = [...own].filter(([name, text]) => steered.get(name) !== text).map(([name]) => name)
    // The one chunk that holds it.
    expect(different).toEqual([expect.stringMatching(/^chunks\/.+\.js$/)])
    expect(steered.get(different[0] ?? '')).toContain('steeredClock')
    expect(own.get(different[0] ?? '')).not.toContain('steeredClock')
  })
})
