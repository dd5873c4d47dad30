import { isoOf, isRow, type Row, rowsOf, textOf, timeOf } from '../model/guards.ts'
import { type Parsed, refused, taken } from '../model/parsed.ts'
import { type Because, EFFECTS, type Impact, type Judgement, LEVELS, REASONS } from '../model/verdict.ts'
import { readRows } from './rows.ts'

/** A relay's answer is verdicts already; its age is in seconds, since clients' clocks are not to be trusted. */
export interface Relayed {
  readonly age: number
  /** One, or those of all pods. */
  readonly judgements: readonly Judgement[]
}

const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | null =>
  words.find((word) => word === value) ?? null

const isoText = (value: unknown): string | null => isoOf(timeOf(value))

const SOURCES = ['component', 'title', 'update', 'note'] as const
const CERTAINTIES = ['confirmed', 'possible'] as const
const SUBJECTS = ['chat', 'attachments'] as const

const readBecause = (row: Row): Because | null => {
  const source = oneOf(row['source'], SOURCES)
  const text = textOf(row['text'])
  return source === null || text === null ? null : { source, text }
}

const readImpact = (row: Row): Impact | null => {
  const capability = textOf(row['capability'])
  const effect = oneOf(row['effect'], EFFECTS)
  const certainty = oneOf(row['certainty'], CERTAINTIES)
  if (capability === null || effect === null || certainty === null) return null
  return {
    capability,
    effect,
    certainty,
    phase: textOf(row['phase']),
    since: isoText(row['since']),
    incident: textOf(row['incident']),
    because: readRows(row['because'], readBecause).rows,
  }
}

const readBanner = (value: unknown): Judgement['banner'] => {
  if (!isRow(value)) return null
  const subject = oneOf(value['subject'], SUBJECTS)
  const effect = oneOf(value['effect'], EFFECTS)
  const certainty = oneOf(value['certainty'], CERTAINTIES)
  if (subject === null || effect === null || certainty === null) return null
  return {
    subject,
    effect,
    certainty,
    recovering: value['recovering'] === true,
    incident: textOf(value['incident']),
    since: isoText(value['since']),
  }
}

const readJudgement = (verdict: Row): Judgement | null => {
  const pod = textOf(verdict['pod'])
  const level = oneOf(verdict['level'], LEVELS)
  if (pod === null || level === null) return null
  const impacts = readRows(verdict['impacts'], readImpact)
  const reason = oneOf(verdict['reason'], REASONS)
  const next = verdict['nextUpdate']
  const due = isRow(next) ? isoText(next['due']) : null
  const asOf = isoText(verdict['asOf'])
  // Health is claimed only by a verdict that holds nothing against it, and says of when it is.
  const doubted = level === 'ok' && (impacts.rows.length > 0 || impacts.dropped > 0 || asOf === null)
  return {
    pod,
    level: doubted ? 'unknown' : level,
    recovering: verdict['recovering'] === true,
    asOf,
    ...(doubted ? { reason: 'not-a-feed' as const } : reason === null ? {} : { reason }),
    impacts: impacts.rows,
    banner: readBanner(verdict['banner']),
    nextUpdate: due === null ? null : { due, overdue: isRow(next) && next['overdue'] === true },
    upcoming: readRows(verdict['upcoming'], (row) => {
      const incident = textOf(row['incident'])
      const capabilities = rowsOf(row['capabilities']).filter((name) => typeof name === 'string')
      return incident === null
        ? null
        : { incident, starts: isoText(row['starts']), ends: isoText(row['ends']), capabilities }
    }).rows,
  }
}

/** Whose page a message of a relay speaks of. */
type Page = { readonly id: string; readonly page: { readonly id: string } }

/** Reads what everything from a relay begins with, and gives the age in seconds of the document behind it. */
export const readRelayAge = (document: unknown, vendor: Page): Parsed<number> => {
  if (!isRow(document) || document['podlight'] !== 1)
    return refused('not-a-feed', 'no relay answer of version 1')
  if (document['vendor'] !== vendor.id) return refused('other-vendor', 'a relay for another vendor')
  if (document['page'] !== vendor.page.id) return refused('other-page', 'a relay for another page')
  const { age } = document
  return typeof age === 'number' && age >= 0 ? taken(age) : refused('not-a-feed', 'no age')
}

/** Reads what a relay answers: `verdict` of one pod, or `verdicts` of all. One that cannot be read is left out. */
export const readRelay = (document: unknown, vendor: Page): Parsed<Relayed> => {
  const age = readRelayAge(document, vendor)
  if (!age.ok) return age
  const { verdict, verdicts } = document as Row
  const judgements = readRows(verdicts ?? [verdict], readJudgement).rows
  if (judgements.length === 0) return refused('not-a-feed', 'no verdict with pod and level')
  return taken({ age: age.value, judgements })
}
