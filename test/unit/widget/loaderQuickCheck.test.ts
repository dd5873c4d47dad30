import { describe, expect, it } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { type Document, quickCheck } from '../../../widget/loader/quickCheck.ts'
import { incident as incidentRow, maintenance } from '../../support/wholeDocument.ts'
import { documentWith, relayAnswer } from './support/documents.ts'
import { FAILED, OK, seen, TROUBLE, UNLISTED } from './support/quickCheck.ts'

interface Row extends Record<string, unknown> {
  id?: unknown
  name?: unknown
}

/** A page on which all is well, after something was done to it. */
const well = (
  change: (document: {
    page: Record<string, unknown>
    components: Row[]
    incidents: unknown[]
    scheduled_maintenances?: unknown
  }) => void = () => undefined,
): unknown => {
  const document = structuredClone(documentWith()) as Parameters<typeof change>[0]
  change(document)
  return document
}

const incident = (status: string) => incidentRow({ name: 'Chat is slow on Prod1', status })

const groupOf = (components: readonly Row[], name: string): Row & { components: unknown[] } =>
  components.find((row) => row.name === name) as Row & { components: unknown[] }

describe('a pod is plainly well', () => {
  it('where everything is and its group has rows', () => {
    for (const pod of ['prod1', 'prod2', 'prod4']) expect(seen(well(), pod)).toBe(OK)
    expect(seen(well(), 'prod3')).toBe(UNLISTED)
    expect(quickCheck(well() as Document, undefined)).toEqual({ level: 'unknown' })
  })

  it('but not where only a row has its name', () => {
    const named = well(({ components }) =>
      components.push({ id: 'x', name: 'Prod7', status: 'operational', group: false, group_id: null }),
    )
    expect(seen(named, 'prod7')).toBe(UNLISTED)
    expect(seen(named)).toBe(OK)
  })
})

describe('a pod is not plainly well', () => {
  it.each<[string, unknown]>([
    [
      'a status is an unknown word',
      well(({ components }) => Object.assign(components[3] as Row, { status: 'fine' })),
    ],
    [
      'a status is no text',
      well(({ components }) => Object.assign(components[3] as Row, { status: ['operational'] })),
    ],
    [
      'a group is not operational',
      well(({ components }) =>
        Object.assign(groupOf(components, 'Prod1 (US)'), { status: 'degraded_performance' }),
      ),
    ],
    ['a component is no row', well(({ components }) => components.push(null as unknown as Row))],
    ['an incident is no row', well(({ incidents }) => incidents.push('incident'))],
    ['an incident goes on', well(({ incidents }) => incidents.push(incident('monitoring')))],
    ['an incident that is over is listed', well(({ incidents }) => incidents.push(incident('resolved')))],
    ['planned work is no list', well((it) => Object.assign(it, { scheduled_maintenances: {} }))],
    ['planned work is not listed', well((it) => delete it.scheduled_maintenances)],
    ['work is planned', well((it) => Object.assign(it, { scheduled_maintenances: [maintenance({})] }))],
    [
      'a group lists a row that is not there',
      well(({ components }) => groupOf(components, 'Prod1 (US)').components.push('gone')),
    ],
    [
      'a row is lost',
      well((it) => {
        const [lost] = groupOf(it.components, 'Prod1 (US)').components
        it.components = it.components.filter(({ id }) => id !== lost)
      }),
    ],
    [
      'the rows of a second group of the pod are lost',
      well(({ components }) => {
        const other = { ...groupOf(components, 'Prod1 (US)'), id: 'second', name: 'Prod1 channels' }
        components.push({ ...other, components: ['lost-1', 'lost-2'] })
      }),
    ],
    [
      'a row does not say which group it is in',
      well(({ components }) => components.push({ id: 'x', name: 'Search', status: 'operational' })),
    ],
    [
      'a row is in a group that is not there',
      well(({ components }) =>
        components.push({ id: 'x', name: 'Search', status: 'operational', group_id: 'gone' }),
      ),
    ],
    [
      'a row without a name is in the group',
      well(({ components }) =>
        Object.assign(components.find((row) => row['group_id']) as Row, { name: ' ' }),
      ),
    ],
    [
      'the group has no rows',
      well((it) => {
        const group = groupOf(it.components, 'Prod1 (US)')
        it.components = it.components.filter(({ id }) => !group.components.includes(id))
        group.components = []
      }),
    ],
    [
      'the group lists nothing',
      well(({ components }) => delete (groupOf(components, 'Prod1 (US)') as Row)['components']),
    ],
  ])('where %s', (_, document) => {
    expect(seen(document)).toBe(TROUBLE)
  })
})

describe('a document is refused', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['an answer without a document', false],
    ['a text', 'operational'],
    ['a list', []],
    ['an object', {}],
    ['no page', well((it) => Object.assign(it, { page: null }))],
    [
      'another page',
      well(({ page }) => Object.assign(page, { id: 'abcdefghijkl', url: 'https://status.example' })),
    ],
    ['no list of incidents', well((it) => Object.assign(it, { incidents: {} }))],
    ['incidents that are lost', well((it) => Object.assign(it, { incidents: undefined }))],
    ['components of another kind', well((it) => Object.assign(it, { components: 'operational' }))],
    ['components that are null', well((it) => Object.assign(it, { components: null }))],
    ['a relay’s, which is read elsewhere', relayAnswer()],
  ])('that is %s', (_, document) => {
    expect(seen(document)).toBe(FAILED)
  })
})

describe('the right page', () => {
  const [host] = kustomer.page.hosts
  const addressed = (url: unknown, components?: Row[]): unknown =>
    well((it) => {
      Object.assign(it.page, { id: 'abcdefghijkl', url })
      if (components) it.components = components
    })

  it('may have another id, where it is on one of the vendor’s hosts and lists a known pod', () => {
    for (const one of kustomer.page.hosts) {
      expect(seen(addressed(`https://${one}`))).toBe(OK)
      expect(seen(addressed(`http://${one}/`))).toBe(OK)
    }
  })

  it('is none of another host, or without a known pod', () => {
    for (const url of [
      `https://${host}.example`,
      `https://x.${host}`,
      host,
      `https://example/${host}`,
      null,
      5,
    ])
      expect(seen(addressed(url)), `${url}`).toBe(FAILED)
    expect(seen(addressed(`https://${host}`, []))).toBe(FAILED)
    const group = { id: 'g', name: 'Prod9', status: 'operational', group: true, group_id: null }
    const row = { id: 'r', name: 'Search', status: 'operational', group: false, group_id: 'g' }
    expect(seen(addressed(`https://${host}`, [{ ...group, components: ['r'] }, row]), 'prod9')).toBe(FAILED)
  })
})
