import { isRow } from '../../../shared/model/guards.ts'
import { podOf } from '../../../shared/model/pod.ts'
import type { Pod } from '../../../shared/model/verdict.ts'
import { EVIDENCE } from '../evidence/watch.ts'
import { feedAddress } from '../feedAddress.ts'
import { MOST_PODS, type SettingName, type Settings } from '../settings.ts'
import { organisationOf } from '../vendorPages.ts'
import { NO_POLICY, type Policy } from './policy.ts'
import { POLICY_KEY_NAMES } from './policyKeyNames.ts'
import { capabilityIn } from './readCapability.ts'
import { quietOf, workingHoursOf } from './readHours.ts'
import { repliesOf } from './readReplies.ts'
import {
  createNotes,
  createValues,
  type Entry,
  listed,
  type Mistake,
  type Notes,
  type PolicyValues,
  SHORT,
} from './readValues.ts'

/** What people may be allowed to change, as a policy calls it, and the setting it is. */
const OPTIONS = {
  pods: 'pods',
  feed: 'feed',
  notUsed: 'ignored',
  notifications: 'notify',
  quietHours: 'quiet',
  workingHours: 'workingHours',
  evidence: 'evidence',
} as const satisfies Readonly<Record<string, SettingName>>
const isOption = (name: string): name is keyof typeof OPTIONS => Object.hasOwn(OPTIONS, name)

const ADDRESS = 2000
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*[a-z\d](?:[a-z\d-]*[a-z\d])?$/

/** Every entry once, in the order in which they stand. */
const once = <T>(entries: readonly Entry[], { add }: Notes, read: (entry: Entry) => T | null): T[] => {
  const found: T[] = []
  for (const entry of entries) {
    const one = read(entry)
    if (one === null) continue
    if (found.includes(one)) add(entry.row, 'twice', { value: entry.text })
    else found.push(one)
  }
  return found
}

/** A list of which nothing can be used sets nothing; one that is empty by intention does. */
const unlessSpoilt = <T>(entries: readonly Entry[] | null, found: readonly T[]): T[] | undefined =>
  entries === null || (entries.length > 0 && found.length === 0) ? undefined : [...found]

const podIn = ({ row, text }: Entry, { add }: Notes): Pod | null =>
  podOf(text) ?? add(row, 'pod', { value: text })

const podsOf = (values: PolicyValues, notes: Notes): string[] | undefined => {
  const entries = values.list('pods')
  const pods = once(entries ?? [], notes, (entry) => podIn(entry, notes))
  if (pods.length > MOST_PODS) notes.add('pods', 'many', { value: String(MOST_PODS) })
  // None to watch would be no policy but a mistake.
  if (entries?.length === 0) notes.add('pods', 'empty')
  return pods.length === 0 ? undefined : pods.slice(0, MOST_PODS)
}

const ignoredOf = (values: PolicyValues, notes: Notes): Settings['ignored'] | undefined => {
  const entries = values.list('notUsed')
  return unlessSpoilt(
    entries,
    once(entries ?? [], notes, ({ row, text }) => capabilityIn(row, text, notes)),
  )
}

const feedOf = (values: PolicyValues, { add }: Notes): string | undefined => {
  const text = values.text('feed', ADDRESS)
  if (text === null) return undefined
  return feedAddress(text) ?? add('feed', 'address', { value: text }) ?? undefined
}

const evidenceOf = (values: PolicyValues, { add }: Notes): Settings['evidence'] | undefined => {
  const text = values.text('evidence', SHORT)
  if (text === null) return undefined
  const found = EVIDENCE.find((one) => one === text.toLowerCase())
  return found ?? add('evidence', 'evidence', { value: text, names: listed(EVIDENCE) }) ?? undefined
}

const settingsOf = (values: PolicyValues, notes: Notes): Partial<Settings> => {
  const read = {
    pods: podsOf(values, notes),
    ignored: ignoredOf(values, notes),
    notify: values.boolean('notifications') ?? undefined,
    quiet: quietOf(values, notes),
    workingHours: workingHoursOf(values, notes),
    evidence: evidenceOf(values, notes),
    feed: feedOf(values, notes),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

const mayChangeOf = (values: PolicyValues, settings: Partial<Settings>, notes: Notes): SettingName[] =>
  once(values.list('mayChange') ?? [], notes, ({ row, text }) => {
    if (!isOption(text)) return notes.add(row, 'option', { value: text, names: listed(Object.keys(OPTIONS)) })
    if (Object.hasOwn(settings, OPTIONS[text])) return OPTIONS[text]
    // Where it is there and can't be used, that was said.
    return values.has(text) ? null : notes.add(row, 'notSet', { value: text })
  })

/** A table of pods, by names that are found again in small letters. */
const podTable = (
  entries: readonly Entry[],
  notes: Notes,
  nameOf: (entry: Entry) => string | null,
): ReadonlyMap<string, Pod> => {
  const table = new Map<string, Pod>()
  for (const entry of entries) {
    const name = nameOf(entry)
    const pod = podIn(entry, notes)
    if (name === null || pod === null) continue
    if (table.has(name)) notes.add(entry.row, 'twice', { value: entry.name })
    else table.set(name, pod)
  }
  return table
}

/** A website by its name or by the address of its first page; *.example.com means what example.com means. */
const siteIn = ({ row, name }: Entry, { add }: Notes): string | null => {
  const bare = name
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .replace(/^\*\./, '')
  const isName = /^[^\s/:?#@%]+$/.test(bare) && URL.canParse(`https://${bare}`)
  const host = isName ? new URL(`https://${bare}`).hostname : ''
  return HOST.test(host) ? host : add(row, 'host', { value: name })
}

/** An organization by its name, or by the address where its agents work. */
const organisationIn = ({ row, name }: Entry, { add }: Notes): string | null => {
  const host = name
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
  const isAddress = name === '' || name.includes('/') || organisationOf(host) !== null
  if (!isAddress) return name.toLowerCase()
  return organisationOf(host) ?? add(row, 'organisation', { value: name })
}

/**
 * How many letters have to be added, taken away or replaced to get from one word to another. The widget counts so as well:
 * shared, it would cost every visitor in trouble some bytes.
 */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, wanted] of [...other].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== wanted)),
      )
    row = next
  }
  return row[other.length] ?? 0
}

/** What a mistyped key may have been meant to be. */
const meant = (name: string): string | undefined =>
  POLICY_KEY_NAMES.find((key) => distance(key.toLowerCase(), name.slice(0, 30).toLowerCase()) <= 2)

export interface ReadPolicy {
  readonly policy: Policy
  readonly mistakes: readonly Mistake[]
}

const NOTHING_SET: ReadPolicy = { policy: NO_POLICY, mistakes: [] }

/** Reads a company's policy entry by entry: what can't be used is noted, and keeps nothing else from being used. */
export const readPolicy = (managed: unknown): ReadPolicy => {
  const rows = isRow(managed) ? managed : {}
  if (Object.keys(rows).length === 0) return NOTHING_SET
  const notes = createNotes()
  for (const name of Object.keys(rows)) {
    if ((POLICY_KEY_NAMES as readonly string[]).includes(name)) continue
    const value = meant(name)
    if (value === undefined) notes.add(name, 'key')
    else notes.add(name, 'keyMeant', { value })
  }
  const values = createValues(rows, notes)
  const settings = settingsOf(values, notes)
  const policy: Policy = {
    isSet: true,
    settings,
    mayChange: mayChangeOf(values, settings, notes),
    replies: repliesOf(values, notes),
    contact: values.text('contact', SHORT),
    organisations: podTable(values.table('organisations', SHORT), notes, (entry) =>
      organisationIn(entry, notes),
    ),
    sites: podTable(values.table('sites', SHORT), notes, (entry) => siteIn(entry, notes)),
    welcome: values.boolean('welcome'),
  }
  return { policy, mistakes: notes.mistakes }
}
