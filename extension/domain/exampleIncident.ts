import type { Component, Incident, Snapshot } from '../../shared/model/snapshot.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { extension } from '../text/en.ts'
import { vendorsName } from './localeAndZone.ts'
import { type View, viewOf } from './podView.ts'

const MINUTE = 60_000
const GROUP = 'example-group'

/** A page on which a pod's chat is down, read and judged like any other. Shown as an example and never as news. */
export const exampleSnapshot = (pod: string, now: number): Snapshot => {
  const names = [...kustomer.components.keys()].filter((name) => name !== 'openai' && name !== 'pubnub')
  const rows = names.map((name): Component => {
    const isChat = kustomer.components.get(name) === 'chat'
    const updatedAt = now - 12 * MINUTE
    return {
      id: `example-${name}`,
      name,
      group: GROUP,
      status: isChat ? 'partial_outage' : 'operational',
      updatedAt,
    }
  })
  const incident: Incident = {
    id: 'example',
    title: extension.invented.title.replace('PROD', pod.toUpperCase()),
    phase: 'investigating',
    impact: 'major',
    startedAt: now - 12 * MINUTE,
    link: null,
    updates: [{ phase: 'investigating', text: extension.invented.first, at: now - 12 * MINUTE, touched: [] }],
    components: rows.filter(({ status }) => status !== 'operational'),
  }
  return {
    page: kustomer.page.id,
    updatedAt: now,
    groups: [
      {
        id: GROUP,
        name: vendorsName(pod) ?? pod,
        children: rows.map(({ id }) => id),
        status: 'partial_outage',
        updatedAt: now - 12 * MINUTE,
      },
    ],
    components: rows,
    incidents: [incident],
    maintenances: [],
    dropped: 0,
    gaps: [],
  }
}

export const exampleView = (pod: string, now: number): View => {
  const snapshot = exampleSnapshot(pod, now)
  const held = { news: { kind: 'page', snapshot } as const, at: now, trouble: null }
  return viewOf(held, { pods: [pod], ignored: null }, [], now)
}
