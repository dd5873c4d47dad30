import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HOME, load, namesIn } from '../../../scripts/replay/load.ts'
import type { Unseen } from '../../support/unseen.ts'
import { all } from './support.ts'

const SHARED = join(import.meta.dirname, '../../../../shared')
const CAPABILITIES =
  'chat attachments email sms whatsapp facebook instagram twitter voice login web-client timeline search routing workflow assistants api webhooks knowledge-base notifications csat analytics exports bulk-jobs tracking registration audit-log platform'.split(
    ' ',
  )

describe('the recordings', () => {
  it('are named by their id and described in the README', () => {
    const readme = readFileSync(join(HOME, 'README.md'), 'utf8')
    expect(all.map(({ id }) => id)).toEqual(namesIn())
    for (const { id } of all) expect(readme).toContain(`\`${id}\``)
  })

  it('come with a truth in known words', () => {
    for (const { id, truth } of all) {
      expect(truth, id).not.toBeNull()
      for (const effect of Object.values(truth?.live ?? {}))
        expect(effect, id).toMatch(/^(any|(down|failing|delayed|maintenance|notice)( or worse)?)$/)
      for (const capability of [...Object.keys(truth?.live ?? {}), ...(truth?.not ?? [])])
        expect(CAPABILITIES, id).toContain(capability)
      if (truth?.pods !== 'unknown') for (const pod of truth?.pods ?? []) expect(pod).toMatch(/^prod\d$/)
    }
  })

  const corpus = join(SHARED, 'corpus')
  it.skipIf(!existsSync(corpus))('keep the facts of the corpus, whose files load as well', () => {
    const ours = new Map(all.map((recording) => [recording.id, recording]))
    for (const theirs of load([corpus])) {
      const own = ours.get(theirs.id)
      expect(own?.impact, theirs.id).toBe(theirs.impact)
      expect(own?.known ?? null, theirs.id).toEqual(theirs.known)
      expect(own?.components, theirs.id).toEqual(theirs.components)
      expect(
        own?.updates.map(({ at, status }) => [at, status]),
        theirs.id,
      ).toEqual(theirs.updates.map(({ at, status }) => [at, status]))
      expect(own?.truth?.pods, theirs.id).toEqual(theirs.truth?.pods)
      expect(own?.truth?.live, theirs.id).toEqual(theirs.truth?.live)
    }
  })
})

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('\\n', ' ')
    // An address is one word: it cannot be said otherwise.
    .replace(/\S+@[\w.]+|https?:\S+/g, 'address')
    .split(/[^a-z0-9']+/)
    .filter((word) => word !== '')

/** Words in a row that make a copy. Dates and times are facts, so a run of mostly digits is none. */
const RUN = 6
const runsOf = (words: readonly string[]): readonly string[] =>
  words
    .map((_, index) => words.slice(index, index + RUN))
    .filter((run) => run.length === RUN && run.filter((word) => /^[a-z']{3,}$/.test(word)).length >= 4)
    .map((run) => run.join(' '))

describe('the words of the recordings, and of documents in other manners', () => {
  const folders = ['corpus', 'seeds'].map((name) => join(SHARED, name)).filter((folder) => existsSync(folder))
  it.skipIf(folders.length === 0)(
    'are nobody else’s: no six in a row stand in the reports they retell',
    () => {
      const theirs = new Set(
        folders.flatMap((folder) =>
          readdirSync(folder).flatMap((file) => runsOf(wordsOf(readFileSync(join(folder, file), 'utf8')))),
        ),
      )
      expect(theirs.size).toBeGreaterThan(1000)
      const copied = all.flatMap(({ id, title, updates, truth }) =>
        [title, truth?.note ?? '', ...updates.map((update) => update.body)]
          .flatMap((text) => runsOf(wordsOf(text)))
          .filter((run) => theirs.has(run))
          .map((run) => `${id}: ${run}`),
      )
      expect(copied).toEqual([])
      const unseen = join(import.meta.dirname, '../../fixtures/unseen')
      const others = readdirSync(unseen).flatMap(
        (file) => JSON.parse(readFileSync(join(unseen, file), 'utf8')) as Unseen[],
      )
      const told = others.flatMap(({ id, incidents }) =>
        incidents
          .flatMap(({ title, updates }) => [title, ...updates.map(({ body }) => body)])
          .flatMap((text) => runsOf(wordsOf(text)))
          .filter((run) => theirs.has(run))
          .map((run) => `${id}: ${run}`),
      )
      expect(told).toEqual([])
    },
  )

  it.skipIf(!existsSync(join(SHARED, 'corpus')))('give every retold incident a title of its own', () => {
    const theirs = new Set(load([join(SHARED, 'corpus')]).map(({ title }) => title.toLowerCase()))
    expect(all.filter(({ title }) => theirs.has(title.toLowerCase()))).toEqual([])
  })
})
