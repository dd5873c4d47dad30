import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { load } from '../../../scripts/replay/load.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import { shifted } from '../../../scripts/replay/shift.ts'
import { incident, named } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

const good = {
  id: 'a',
  title: 'A',
  impact: null,
  components: [],
  updates: [{ status: 'resolved', at: '2025-01-01T00:00:00Z', body: 'x' }],
}
const update = (overrides: object): object => ({ ...good, updates: [{ ...good.updates[0], ...overrides }] })

describe('reading a recording', () => {
  it.each([
    ['a list', [], 'file must be an object.'],
    ['a misspelt key', { ...good, titel: 'A' }, 'file has an unknown key "titel"'],
    ['no title', { ...good, title: ' ' }, 'file: title must be a text'],
    ['an unknown impact', { ...good, impact: 'huge' }, 'file: impact must be one of none, minor'],
    [
      'a time without zone',
      update({ at: '2025-01-01T00:00:00' }),
      'file: updates[0].at must be a time with a zone',
    ],
    ['no such day', update({ at: '2025-13-01T00:00:00Z' }), 'file: updates[0].at must be a time'],
    [
      'a phase of maintenances',
      update({ status: 'completed' }),
      'file: updates[0].status must be one of investigating',
    ],
    ['no change at all', { ...good, updates: [] }, 'file never changes anything'],
    [
      'updates newest first',
      { ...good, updates: [{ ...good.updates[0], at: '2025-01-02T00:00:00Z' }, ...good.updates] },
      'must stand oldest first',
    ],
    ['a number for a list', { ...good, components: 3 }, 'file: components must be a list.'],
    [
      'a row without a name',
      { ...good, components: [{ group: 'Prod1 (US)' }] },
      'file: components[0].name must be a text',
    ],
    [
      'a truth of other form',
      { ...good, truth: { pods: ['prod1'], live: [] } },
      'file: truth.live must be an object.',
    ],
  ])('refuses %s with a clear sentence', (_, value, message) => {
    expect(() => readRecording(value, 'file')).toThrow(message)
  })

  it('takes the corpus form, where most is left out', () => {
    expect(readRecording({ ...good, source: 'somewhere' }, 'file')).toMatchObject({
      scheduled: null,
      truth: null,
    })
  })
})

describe('loading', () => {
  it('takes a name, a file or a folder', () => {
    writeFileSync(join(folder, 'a.json'), JSON.stringify(good))
    expect(load([folder]).map(({ id }) => id)).toEqual(['a'])
    expect(load([join(folder, 'a.json')])).toEqual(load(['a'], folder))
  })

  it('says what is wrong', () => {
    writeFileSync(join(folder, 'bad.json'), '{"id": ')
    expect(() => load(['bad'], folder)).toThrow(/^bad\.json cannot be read as JSON: /)
    expect(() => load(['nowhere'], folder)).toThrow(
      'There is no recording, file or folder "nowhere"; --list shows the names.',
    )
    expect(() => load(['a', 'a'], folder)).toThrow('Two recordings have the id "a"')
  })
})

describe('moving a recording in time', () => {
  it('moves all of its times alike', () => {
    const [recording = incident()] = named('2025-02-11-dropped-component')
    const moved = shifted(recording, 86_400_000)
    expect(moved.updates[0]?.at).toBe('2025-02-12T15:04:00.000Z')
    expect(moved.components[1]?.statuses[1]?.at).toBe('2025-02-12T15:31:00.000Z')
    expect(moved.truth?.from).toBe('2025-02-12T15:31:00.000Z')
    expect(JSON.stringify(moved)).not.toContain('2025-02-11T')
  })
})
