import { PAGE, type PageOptions } from './catalogue.ts'
import { incidentRows } from './documents.ts'
import type { IncidentRow } from './incidentRow.ts'
import { millis, stamp, type Time } from './moments.ts'
import type { Recording } from './recording.ts'
import { CREATED } from './rows.ts'

/** The feed keeps as many entries, one an incident. */
const KEPT = 25

/** history.atom at a moment: every update of an incident in one entry, newest first, in the page's own time zone. */
export function atomAt(recordings: readonly Recording[], time: Time, options: PageOptions = {}): string {
  const at = millis(time)
  const url = options.url ?? PAGE.url
  const name = escaped(options.name ?? PAGE.name)
  const rows = incidentRows(recordings, at, [], options).slice(0, KEPT)
  const updated = rows.map((row) => Date.parse(row.updated_at))
  const tag = `tag:${url.replace(/^https?:\/\//, '')},2005:`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xml:lang="en-US" xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${tag}/history</id>`,
    `  <link rel="alternate" type="text/html" href="${url}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${url}/history.atom"/>`,
    `  <title>${name} Status - Incident History</title>`,
    `  <updated>${stamp(Math.max(Date.parse(CREATED), ...updated))}</updated>`,
    `  <author>\n    <name>${name}</name>\n  </author>`,
    ...rows.map((row) => entry(row, url, tag)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(row: IncidentRow, url: string, tag: string): string {
  const content = row.incident_updates.map((update, index) => {
    const before = row.incident_updates[index + 1]
    // The page calls an update that keeps its phase just so; a reader must look on for the phase.
    const word = before?.status === update.status ? 'Update' : update.status
    const body = update.body.replaceAll('\n', '<br />')
    return `<p><small>${dated(update.display_at)}</small><br><strong>${capital(word)}</strong> - ${body}</p>`
  })
  return [
    '  <entry>',
    `    <id>${tag}Incident/${row.id}</id>`,
    `    <published>${row.created_at}</published>`,
    `    <updated>${row.updated_at}</updated>`,
    `    <link rel="alternate" type="text/html" href="${url}/incidents/${row.id}"/>`,
    `    <title>${escaped(row.name)}</title>`,
    `    <content type="html">${escaped(content.join(''))}</content>`,
    '  </entry>',
  ].join('\n')
}

const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

function dated(at: string): string {
  const parts = new Map(PARTS.formatToParts(Date.parse(at)).map((part) => [part.type, part.value]))
  const clock = `${parts.get('hour')}:${parts.get('minute')}`
  const day = `<var data-var='date'>${parts.get('day')}</var>, <var data-var='time'>${clock}</var>`
  return `${parts.get('month')} ${day} ${parts.get('timeZoneName')}`
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
