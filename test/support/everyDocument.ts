import { readdirSync, readFileSync } from 'node:fs'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { HOME, load } from '../../scripts/replay/load.ts'
import { momentsOf } from '../../scripts/replay/moments.ts'
import { type Case, documentAt } from './exam.ts'
import { documentOf, type Unseen } from './unseen.ts'

const cases: readonly Case[] = [1, 2, 3, 4, 5, 6].flatMap(
  (number) =>
    JSON.parse(
      readFileSync(new URL(`../fixtures/incidents-${number}.json`, import.meta.url), 'utf8'),
    ) as Case[],
)

interface Dated {
  readonly name: string
  readonly document: unknown
}

/** The status page after every update of the imagined incidents, once with its components hit, once with them well. */
export const fixtureDocuments = (): readonly Dated[] =>
  cases.flatMap((one) =>
    (['by-impact', 'operational'] as const).flatMap((playing) =>
      one.updates.map((_, at) => ({
        name: `${one.id} #${at} ${playing}`,
        document: documentAt(one, at, playing),
      })),
    ),
  )

/** The status page of each document that was written by somebody who knew no rule. */
export const unseenDocuments = (): readonly Dated[] => {
  const folder = new URL('../fixtures/unseen/', import.meta.url)
  return readdirSync(folder).flatMap((name) =>
    (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Unseen[]).map((one) => ({
      name: `${name} ${one.id}`,
      document: documentOf(one),
    })),
  )
}

/** The status page before, and after every change of, each recording. */
export const recordedDocuments = (): readonly Dated[] =>
  load([HOME]).flatMap((recording) => {
    const moments = momentsOf([recording]).map(({ at }) => at)
    return [(moments[0] ?? 0) - 1, ...moments].map((at) => ({
      name: `${recording.id} at ${new Date(at).toISOString()}`,
      document: summaryAt([recording], at),
    }))
  })
