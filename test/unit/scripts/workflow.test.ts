import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scriptsOf, WORKFLOWS } from '../../support/workflows.ts'

const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>
}

/** What a job may do beyond reading, and why it must. All others read. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  // Proves to the signing service which workflow this is; keeps what is signed.
  'release.yml attest': ['id-token', 'attestations'],
  // Proves the same to npm.
  'release.yml npm': ['id-token'],
  'release.yml draft': ['contents'],
}
/** The only job that knows a secret. */
const KNOWS_SECRETS = 'release.yml stores'

const actionsIn = (text: string): string[] =>
  [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action ?? '')
const writesIn = (text: string): string[] =>
  [...text.matchAll(/([\w-]+)['"]? *: *['"]?write/g)].map(([, kind]) => kind ?? '')
const jobs = WORKFLOWS.flatMap(({ name, jobs }) =>
  [...jobs].map(([job, body]) => ({ job: `${name} ${job}`, body })),
)

describe.each(WORKFLOWS)('the workflow $name', ({ text, head }) => {
  it('takes actions by their commit, with the version beside it', () => {
    expect(actionsIn(text).length).toBeGreaterThan(0)
    for (const action of actionsIn(text))
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may read and no more, unless a job says so', () => {
    expect(head).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
    expect(writesIn(head)).toEqual([])
    expect(text).not.toMatch(/write-all|read-all/)
  })

  it('is started by nobody from outside with the rights of the repository', () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run|issue_comment|repository_dispatch/)
  })

  it('runs only what there is', () => {
    const named = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, script]) => script ?? '')
    for (const script of named) expect(Object.keys(scripts)).toContain(script)
  })

  it('puts no value into a script: a name of a branch or a tag could be a command', () => {
    expect(scriptsOf(text).length).toBeGreaterThan(0)
    for (const script of scriptsOf(text)) expect(script).not.toContain('${{')
  })

  it('leaves no key of the repository behind', () => {
    const checkouts = text.match(/uses: actions\/checkout@/g) ?? []
    expect(text.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false\n/g)).toHaveLength(
      checkouts.length,
    )
  })
})

describe.each(jobs)('the job $job', ({ job, body }) => {
  it('may do what it must', () => expect(writesIn(body)).toEqual(MAY_WRITE[job] ?? []))

  it('runs nothing of the repository where it may write', () => {
    if (writesIn(body).length > 0) expect(body).not.toMatch(/actions\/checkout|npm (ci|install|run|exec)|npx/)
  })

  it('knows secrets only where stores are asked', () => {
    if (job !== KNOWS_SECRETS) expect(body).not.toContain('secrets')
  })

  it('ends some time', () => expect(body).toMatch(/^ {4}timeout-minutes: \d+$/m))
})

describe('the workflows', () => {
  it('are those that are known', () => {
    expect(WORKFLOWS.map(({ name }) => name).sort()).toEqual(['ci.yml', 'nightly.yml', 'release.yml'])
    for (const allowed of [...Object.keys(MAY_WRITE), KNOWS_SECRETS])
      expect(jobs.map(({ job }) => job)).toContain(allowed)
  })

  it('take each action in one version', () => {
    const used = new Set(WORKFLOWS.flatMap(({ text }) => actionsIn(text)))
    const names = [...used].map((action) => action.split('@')[0])
    expect(names).toEqual([...new Set(names)])
  })
})
