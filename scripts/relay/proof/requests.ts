import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildRelayFile } from '../../build/relayFiles.ts'
import { startWorkerd } from '../startWorkerd.ts'
import { askedTooOften } from './asked.ts'
import { type Loaded, load, type Wire } from './load.ts'
import { BEGIN, SUMMARY, startPage } from './page.ts'
import { workedBy } from './processorTime.ts'
import { figure, medianOf, mustHold, type Row, shouldBe, spread } from './report.ts'

const CONNECTIONS = 32
const CONSTANT = fileURLToPath(new URL('constantWorker.js', import.meta.url))
const TARGET = 1.5

/** Of twenty requests: twelve for a pod, of which five have it already; most others for all pods, one for the document. */
const MIX = [
  ...Array.from({ length: 7 }, () => ['prod1', false] as const),
  ...Array.from({ length: 5 }, () => ['prod2', true] as const),
  ...Array.from({ length: 5 }, () => ['pods', false] as const),
  ...Array.from({ length: 2 }, () => ['pods', true] as const),
  ['summary', false] as const,
]

const textOf = (path: string, tag: string | undefined): string =>
  `GET ${path} HTTP/1.1\r\nHost: relay\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br\r\nOrigin: https://shop.example\r\n${
    tag === undefined ? '' : `If-None-Match: ${tag}\r\n`
  }\r\n`

/** Asks for what people ask for, in turns, with the tag that was sent last where a reader has the answer already. */
const mixed = (): (() => Wire) => {
  const tags = new Map<string, string>()
  let turn = 0
  return () => {
    // A step that shares nothing with the length goes through all of it, and keeps the kinds apart.
    turn = (turn + 7) % MIX.length
    const [what, isKnown] = MIX[turn] ?? ['pods', false]
    return {
      text: textOf(`/v1/kustomer/${what}.json`, isKnown ? tags.get(what) : undefined),
      answered: (_, head) => {
        const tag = /\r\netag: *(.+)/i.exec(head)?.[1]
        if (tag !== undefined) tags.set(what, tag)
      },
    }
  }
}

const constant = (): Wire => ({ text: textOf('/', undefined) })

const portOf = (url: string): number => Number(new URL(url).port)

interface Round extends Loaded {
  /** Microseconds that the runtime worked for each. */
  readonly work: number
}

const round = async (
  { url, pid }: { readonly url: string; readonly pid: number },
  requests: number,
  next: () => Wire,
): Promise<Round> => {
  const before = workedBy(pid)
  const loaded = await load({ port: portOf(url), connections: CONNECTIONS, requests, next })
  return { ...loaded, work: ((workedBy(pid) - before) * 1000) / requests }
}

const wrongIn = (rounds: readonly Round[]): string[] =>
  rounds.flatMap(({ statuses, broken }) => [
    ...[...statuses]
      .filter(([status]) => status !== 200 && status !== 304)
      .map(([status, n]) => `${n} times ${status}`),
    ...(broken > 0 ? [`${broken} broken`] : []),
  ])

const countOf = (rounds: readonly Round[], wanted: number): number =>
  rounds.reduce((sum, { statuses }) => sum + (statuses.get(wanted) ?? 0), 0)

export interface Requests {
  readonly rounds: number
  /** In each round, and each way. */
  readonly requests: number
}

/** What an answer of the relay costs, against the least that an answer can cost in the same runtime. */
export const proveRequests = async ({ rounds, requests }: Requests): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'podlight-proof-'))
  await buildRelayFile('relay/worker.ts', folder, 'worker.js')
  // The page's time is the machine's, so that the relay's own time does for both.
  const page = await startPage([BEGIN], { at: Date.now(), speed: 1 })
  const relay = await startWorkerd({
    worker: join(folder, 'worker.js'),
    env: { PODLIGHT_UPSTREAM: `${page.url}${SUMMARY}` },
  })
  const least = await startWorkerd({ worker: CONSTANT, env: {} })
  try {
    const next = mixed()
    await Promise.all([round(relay, 2000, next), round(least, 2000, constant)])
    const ours: Round[] = []
    const theirs: Round[] = []
    for (let i = 0; i < rounds; i++) {
      ours.push(await round(relay, requests, next))
      theirs.push(await round(least, requests, constant))
    }
    const ratios = ours.map(({ work }, i) => work / (theirs[i]?.work ?? Number.NaN))
    const times = page.log.entries().map(({ at }) => at)
    const rates = (all: readonly Round[]): string =>
      spread(
        all.map(({ seconds }) => requests / seconds),
        0,
      )
    return [
      mustHold(
        `${(rounds * requests).toLocaleString('en')} requests, each answered`,
        `${countOf(ours, 200)} times 200, ${countOf(ours, 304)} times 304`,
        'no error, none broken',
        wrongIn(ours),
      ),
      figure('requests a second', rates(ours)),
      figure('the same, a constant answer', rates(theirs)),
      figure(
        'milliseconds until the answer, half and 99 %',
        `${medianOf(ours.map(({ half }) => half)).toFixed(1)} and ${medianOf(ours.map(({ most }) => most)).toFixed(1)}`,
      ),
      figure(
        'microseconds of work a request',
        spread(
          ours.map(({ work }) => work),
          1,
        ),
      ),
      figure(
        'the same, a constant answer',
        spread(
          theirs.map(({ work }) => work),
          1,
        ),
      ),
      shouldBe(
        'work against a constant answer',
        medianOf(ratios),
        TARGET,
        ' times',
        ` (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      ),
      mustHold(
        'the page was asked meanwhile',
        `${times.length} times`,
        'as the schedule says',
        askedTooOften(times),
      ),
    ]
  } finally {
    await Promise.all([relay.close(), least.close(), page.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}
