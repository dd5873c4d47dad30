import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const folder = new URL('.github/workflows/', root)
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>
}

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')

  it('takes actions by their commit, with the version beside it', () => {
    const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action ?? '')
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may read and no more', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m)
    expect(text).not.toMatch(/: write|secrets\./)
  })

  it('runs only what there is', () => {
    const named = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, script]) => script ?? '')
    for (const script of named) expect(Object.keys(scripts)).toContain(script)
  })
})
