import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { caseOf } from '../../support/ask.ts'
import { documentAt } from '../../support/exam.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'podlight-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const explain = (args: readonly string[], input = '') => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  return spawnSync(process.execPath, [tsx, 'scripts/explain.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  })
}

const feed = documentAt(
  caseOf({
    title: 'Files cannot be attached in chat [Prod 2]',
    updates: ['Files fail in chat. The next update follows within 20 minutes.'],
    listed: ['prod2 Channel - Chat=partial_outage'],
  }),
  0,
  'by-impact',
)

describe('explain', () => {
  it('answers each line in order, with the whole contract in it', () => {
    const lines = [
      { id: 'a', pod: 'prod2', feed },
      { id: 2, pod: 'prod1', feed },
      { id: 'c', pod: 'prod1', feed: { page: { id: 'moved' } } },
      { id: 'd', pod: 'prod1', feed: '<!doctype html><title>Moved</title>' },
    ]
    const { stdout, status } = explain(
      [],
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\nno json\n`,
    )
    const [hit, well, moved, web, broken, ...more] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(0)
    expect(more).toEqual([])
    expect(hit).toEqual({
      id: 'a',
      pod: 'prod2',
      verdict: {
        pod: 'prod2',
        level: 'degraded',
        recovering: false,
        asOf: '2026-05-04T09:00:00.000Z',
        impacts: [
          {
            capability: 'attachments',
            effect: 'failing',
            certainty: 'confirmed',
            phase: 'investigating',
            since: '2026-05-04T09:00:00.000Z',
            incident: 'i-scene',
            because: expect.arrayContaining([
              { source: 'title', text: 'Files cannot be attached in chat [Prod 2]' },
              { source: 'component', text: 'Prod2 (EU) - Channel - Chat: partial_outage' },
            ]),
          },
        ],
        banner: {
          subject: 'attachments',
          effect: 'failing',
          certainty: 'confirmed',
          recovering: false,
          incident: 'i-scene',
          since: '2026-05-04T09:00:00.000Z',
        },
        nextUpdate: { due: '2026-05-04T09:20:00.000Z', overdue: false },
        upcoming: [],
        badge: {
          text: '!',
          color: expect.stringMatching(/^#[0-9a-f]{6}$/),
          title: expect.stringContaining('Prod2 (EU)'),
        },
      },
    })
    expect(well).toMatchObject({ id: 2, verdict: { level: 'ok', badge: { text: '' } } })
    expect(moved).toMatchObject({ id: 'c', verdict: { level: 'unknown', reason: 'other-page' } })
    expect(web).toMatchObject({ id: 'd', verdict: { level: 'unknown', reason: 'html' } })
    expect(broken).toMatchObject({ id: null, verdict: { level: 'unknown' } })
  })

  it('takes another now: an unkept promise is overdue', () => {
    const { stdout } = explain(
      ['--now', '2026-05-04T10:00:00Z'],
      JSON.stringify({ id: 1, pod: 'prod2', feed }),
    )
    expect(JSON.parse(stdout).verdict).toMatchObject({
      asOf: '2026-05-04T10:00:00.000Z',
      nextUpdate: { overdue: true },
    })
  })

  it('says the same of a file for people', () => {
    const path = join(place, 'summary.json')
    writeFileSync(path, JSON.stringify(feed))
    const { stdout, status } = explain([path, '--pod', 'prod2'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^DEGRADED: .* on Prod2 \(EU\)/)
    expect(stdout).toContain('Files cannot be attached in chat [Prod 2]')
    expect(stdout).toContain('Next update due in 20 minutes')
  })

  it.each([
    [['summary.json'], 'Which pod?'],
    [['nowhere.json', '--pod', 'prod1'], 'Cannot read nowhere.json'],
    [['--now', 'noon'], '--now takes a time'],
    [['--colour'], 'usage'],
  ])('says in a sentence what is wrong with %j', (args, message) => {
    const { stderr, status } = explain(args)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
