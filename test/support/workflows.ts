import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../.github/workflows/', import.meta.url)

export interface Workflow {
  readonly name: string
  readonly text: string
  /** What stands above the jobs. */
  readonly head: string
  /** Each job's text, by its name. */
  readonly jobs: ReadonlyMap<string, string>
}

const JOB = /^ {2}([\w-]+):\n((?: {4}.*\n)*)/gm

const read = (name: string): Workflow => {
  const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')
  const [head = '', below = ''] = text.split(/^jobs:\n/m)
  const lines = below.replace(/^ *(?:#.*)?\n/gm, '')
  const jobs = new Map([...lines.matchAll(JOB)].map(([, job = '', body = '']) => [job, body]))
  // A job that is not found is a job that no test looks at.
  const found = [...jobs].map(([job, body]) => `  ${job}:\n${body}`).join('')
  if (found !== lines) throw new Error(`${name} is written in a way that its tests cannot read.`)
  return { name, text, head, jobs }
}

export const WORKFLOWS: readonly Workflow[] = readdirSync(folder).map(read)

const indentOf = (line: string): number => /^[ -]*/.exec(line)?.[0].length ?? 0

/** The scripts that a job or a workflow runs, each as the shell gets it. */
export const scriptsOf = (text: string): readonly string[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const [, first] = /^[ -]*run: (.*)$/.exec(line) ?? []
    if (first === undefined) return []
    const rest = lines.slice(at + 1)
    const end = rest.findIndex((next) => next.trim() !== '' && indentOf(next) <= indentOf(line))
    const block = rest.slice(0, end < 0 ? undefined : end)
    return first === '|' ? [block.map((next) => next.slice(indentOf(line) + 2)).join('\n')] : [first]
  })
}
