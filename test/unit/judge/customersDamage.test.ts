import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeForCustomers } from '../../../shared/judge/customers/judge.ts'
import { EFFECTS, type Judgement, LEVELS } from '../../../shared/judge/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import type { Scene } from '../../support/ask.ts'
import { documentOf } from '../../support/customersGrammar.ts'

// Whatever comes in the place of a document, and however it is broken, is judged without harm.

const PODS = ['prod1', 'prod2', 'prod4']
const NOW = Date.UTC(2026, 4, 4, 12)

const judge = (document: unknown, pod = 'prod1'): Judgement => judgeForCustomers(document, pod, NOW)

const asked = (scene: Scene, pod = 'prod1'): Judgement => judge(documentOf(scene), pod)

const WILD: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"status": "operational"}, "toString": 1, "constructor": null}'),
    '9999-99-99T99:99:99Z',
    'Channel - Chat',
    'major_outage',
    'Prod1 (US)',
    '<p>Chat is <b>down</b> in Prod1 and 2, but not Prod 4</p>',
    '\u0000\u202e',
    'constructor',
  ),
)
const row = (keys: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(fc.record(Object.fromEntries(keys.map((key) => [key, WILD])), { requiredKeys: [] }), WILD)
const COMPONENT = row(['id', 'name', 'status', 'group', 'group_id', 'components', 'updated_at'])
const UPDATE = row(['status', 'body', 'created_at', 'affected_components'])
const INCIDENT = fc
  .tuple(
    row(['id', 'name', 'status', 'impact', 'started_at', 'scheduled_for']),
    fc.array(UPDATE),
    fc.array(COMPONENT),
  )
  .map(([base, updates, components]) =>
    base !== null && typeof base === 'object' ? { ...base, incident_updates: updates, components } : base,
  )
const DOCUMENT = fc.oneof(
  WILD,
  fc.record({
    page: fc.constant({ id: kustomer.page.id }),
    components: fc.oneof(fc.array(COMPONENT), WILD),
    incidents: fc.oneof({ weight: 5, arbitrary: fc.array(INCIDENT) }, WILD),
    scheduled_maintenances: fc.oneof(fc.array(INCIDENT), WILD),
  }),
)

const isTime = (value: string | null): boolean => value === null || !Number.isNaN(Date.parse(value))

const wellFormed = (judgement: Judgement): void => {
  const { level, reason, impacts, banner, asOf } = judgement
  expect(LEVELS).toContain(level)
  expect(level === 'unknown').toBe(reason !== undefined)
  expect(level === 'ok' && impacts.length > 0).toBe(false)
  expect(isTime(asOf)).toBe(true)
  for (const impact of impacts) {
    expect(kustomer.namings.map(({ capability }) => capability)).toContain(impact.capability)
    expect(EFFECTS).toContain(impact.effect)
    expect(['confirmed', 'possible']).toContain(impact.certainty)
    expect(isTime(impact.since)).toBe(true)
  }
  if (banner !== null) {
    expect(['chat', 'attachments']).toContain(banner.subject)
    expect(EFFECTS.slice(0, 4)).toContain(banner.effect)
    expect(isTime(banner.since)).toBe(true)
    expect(impacts.length).toBeGreaterThan(0)
  }
}

describe('damage', () => {
  it('is survived, whatever comes', () => {
    fc.assert(
      fc.property(DOCUMENT, fc.constantFrom(...PODS, 'x'), (document, pod) =>
        wellFormed(judge(document, pod)),
      ),
      { numRuns: 2000 },
    )
  })

  it('never turns trouble of the pod into health', () => {
    const status = fc
      .string()
      .filter((text) => text.trim() !== '' && text !== 'operational' && !text.includes('='))
    const neutral = fc.constantFrom(
      '',
      'We look into it.',
      'Something is wrong.',
      'Chat.',
      'A report follows.',
    )
    fc.assert(
      fc.property(status, fc.constantFrom('Channel - Chat', 'Search', 'Exports'), (word, name) => {
        expect(asked({ updates: [['resolved', '']], others: [`prod1 ${name}=${word}`] }).level).not.toBe('ok')
      }),
    )
    fc.assert(
      fc.property(neutral, neutral, fc.boolean(), (title, update, listed) => {
        const where = listed ? { title, listed: ['prod1 Workflow'] } : { title: `${title} Prod1` }
        expect(asked({ ...where, updates: [update] }).level).not.toBe('ok')
      }),
    )
  })

  it('costs time in proportion to its size', () => {
    const parts = [
      'Chat works in Prod 1. Search fails in Prod 2. ',
      'a, b and ',
      'not '.repeat(30),
      'prod 1 , , ',
      '<a <b &c',
      'x',
      "n'",
      'chat for email, ',
    ]
    for (const part of parts) {
      const body = part.repeat(Math.ceil(300_000 / part.length))
      const document = documentOf({ title: 'Prod1', updates: [body] })
      const started = performance.now()
      wellFormed(judge(document))
      expect(performance.now() - started).toBeLessThan(15_000)
    }
    const many = Array.from({ length: 20_000 }, (_, i) => i)
    const document = documentOf({ updates: [['resolved', '']] }) as Record<string, unknown>
    const components = many.map((i) => ({ id: `c${i}`, name: 'Channel - Chat', status: 'major_outage' }))
    const incidents = many.map((i) => ({ id: `i${i}`, name: 'Chat is down in Prod1', status: 'identified' }))
    const listing = [{ id: 'i', name: 'Chat [Prod1]', status: 'identified', components }]
    const started = performance.now()
    expect(judge({ ...document, components, incidents }).level).toBe('outage')
    expect(judge({ ...document, components, incidents: listing }).banner?.subject).toBe('chat')
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
