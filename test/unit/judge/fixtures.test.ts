import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Case, faultsOf } from '../../support/exam.ts'

const read = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'))

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url)
const here = existsSync(CORPUS)

describe.skipIf(!here)('real incidents of the reference corpus', () => {
  const cases = here ? readdirSync(CORPUS).map((name) => read(new URL(name, CORPUS)) as Case) : []

  it.each(cases.map((test) => [test.id, test] as const))(
    '%s reads as its truth says at every update',
    (_, test) => {
      expect(faultsOf(test)).toEqual([])
    },
  )
})

describe('incidents of our own', () => {
  const cases = [1, 2, 3, 4, 5, 6]
    .map((number) => `incidents-${number}.json`)
    .flatMap((name) => read(new URL(`../../fixtures/${name}`, import.meta.url)) as Case[])

  it.each(cases.map((test) => [test.id, test] as const))('%s', (_, test) => {
    expect(faultsOf(test)).toEqual([])
  })
})
