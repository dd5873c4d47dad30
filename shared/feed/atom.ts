import { isoOf } from '../model/guards.ts'
import { MAX_BODY } from '../model/limits.ts'
import { type Parsed, refused, taken } from '../model/parsed.ts'
import type { Incident, Snapshot, Update } from '../model/snapshot.ts'
import { oneLine, plain } from './plainText.ts'

/** What stands between two marks, and where it ends: plain searches, so that a broken document costs one pass. */
const between = (
  text: string,
  open: string,
  close: string,
  from = 0,
): { inner: string; end: number } | null => {
  const start = text.indexOf(open, from)
  if (start < 0) return null
  const inner = text.indexOf('>', start) + 1
  const end = inner === 0 ? -1 : text.indexOf(close, inner)
  return end < 0 ? null : { inner: text.slice(inner, end), end: end + close.length }
}

const inside = (text: string, tag: string): string => between(text, `<${tag}`, `</${tag}>`)?.inner ?? ''

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** An update that keeps the phase is headed "Update": its phase stands further down. */
const KEPT = ''
const PHASES: ReadonlyMap<string, string> = new Map([
  ['update', KEPT],
  ['scheduled', 'scheduled'],
  ['in progress', 'in_progress'],
  ['verifying', 'verifying'],
  ['completed', 'completed'],
  ['investigating', 'investigating'],
  ['identified', 'identified'],
  ['monitoring', 'monitoring'],
  ['resolved', 'resolved'],
  ['postmortem', 'postmortem'],
])

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Hours behind UTC. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['EST', 5],
  ['EDT', 4],
  ['CST', 6],
  ['CDT', 5],
  ['PST', 8],
  ['PDT', 7],
])

/** "Dec 19, 03:55 EST" names no year: it is the last such day up to the entry's own last change. */
const momentOf = (text: string, latest: number): number | null => {
  const [, month = '', day, hour, minute, zone = ''] =
    /([A-Z][a-z]{2}) +(\d{1,2}), +(\d{1,2}):(\d\d) +([A-Z]{3})/.exec(text) ?? []
  const index = MONTHS.indexOf(month.toLowerCase())
  const behind = ZONES.get(zone)
  if (index < 0 || behind === undefined) return null
  const at = (year: number) => Date.UTC(year, index, Number(day), Number(hour) + behind, Number(minute))
  const year = new Date(latest).getUTCFullYear()
  const hence = at(year)
  return hence > latest + 86_400_000 ? at(year - 1) : hence
}

/** All updates of an incident stand in one entry, newest first, each under its phase in bold. */
const updatesOf = (content: string, latest: number): Update[] => {
  const updates: (Omit<Update, 'text'> & { readonly lines: string[] })[] = []
  let when = ''
  for (const paragraph of content.split(/<p>/i)) {
    const small = between(paragraph, '<small', '</small>')
    if (small !== null) when = plain(small.inner).replace(/\s+/g, ' ')
    const bold = between(paragraph, '<strong', '</strong>')
    const phase = bold === null ? undefined : PHASES.get(plain(bold.inner).toLowerCase())
    const last = updates.at(-1)
    if (bold !== null && phase !== undefined) {
      const text = plain(paragraph.slice(bold.end)).replace(/^\s*[-–]\s*/, '')
      updates.push({ phase, lines: [text], at: momentOf(when, latest), touched: [] })
    } else last?.lines.push(plain(paragraph))
  }
  let phase = 'unknown'
  return updates
    .reverse()
    .map(({ lines, ...update }) => {
      phase = update.phase === KEPT ? phase : update.phase
      return { ...update, phase, text: lines.join('\n\n').trim() }
    })
    .reverse()
}

const timeOfTag = (entry: string, tag: string): number | null => {
  const time = Date.parse(inside(entry, tag))
  return Number.isNaN(time) ? null : time
}

const entryOf = (entry: string): Incident | null => {
  const title = oneLine(unescaped(inside(entry, 'title')))
  const latest = timeOfTag(entry, 'updated') ?? timeOfTag(entry, 'published')
  const link = /<link[^>]{0,400}href="([^"]{1,300})"/.exec(entry)?.[1] ?? null
  const updates = updatesOf(unescaped(inside(entry, 'content')), latest ?? 0)
  const id = link?.split('/').at(-1) ?? inside(entry, 'id')
  if (id === '' || (title === '' && updates.length === 0)) return null
  return {
    id,
    title,
    phase: updates[0]?.phase ?? 'unknown',
    impact: null,
    startedAt: updates.at(-1)?.at ?? timeOfTag(entry, 'published'),
    link,
    updates,
    components: [],
  }
}

const PLANNED = /^(?:scheduled|in_progress|verifying|completed)$/

/** Planned work stands in the same list as trouble. */
const isPlanned = ({ updates }: Incident): boolean => updates.some(({ phase }) => PLANNED.test(phase))

const MOST_ENTRIES = 50

/**
 * `history.atom`, the last resort: no components and no impact, so it can tell of trouble but never prove health.
 * A page of another host is another page.
 */
export const readAtom = (body: string, hosts: readonly string[]): Parsed<Snapshot> => {
  if (body.length > MAX_BODY) return refused('too-large', `${body.length} characters`)
  const text = body.trim()
  if (text === '') return refused('empty', 'nothing in it')
  const start = text.slice(0, 600)
  if (!/<feed[\s>]/.test(start)) return refused(text[0] === '<' ? 'html' : 'not-a-feed', 'no Atom feed')
  if (!text.endsWith('</feed>')) return refused('truncated', 'it ends too early')
  const head = text.slice(0, text.indexOf('<entry'))
  const isOurs = (host: string): boolean =>
    [`//${host}/`, `//${host}"`, `tag:${host},`].some((mark) => head.includes(mark))
  if (!hosts.some(isOurs)) return refused('other-page', 'an Atom feed of another page')

  const incidents: Incident[] = []
  let dropped = 0
  let at = 0
  for (let count = 0; count < MOST_ENTRIES; count++) {
    const entry = between(text, '<entry', '</entry>', at)
    if (entry === null) break
    at = entry.end
    const incident = entryOf(entry.inner)
    if (incident === null) dropped++
    else incidents.push(incident)
  }
  const updatedAt = timeOfTag(head, 'updated')
  return taken({
    page: null,
    updatedAt: isoOf(updatedAt) === null ? null : updatedAt,
    groups: [],
    components: null,
    incidents: incidents.filter((entry) => !isPlanned(entry)),
    maintenances: incidents.filter(isPlanned).map((entry) => ({ ...entry, starts: null, ends: null })),
    dropped,
    gaps: [],
  })
}
