/**
 * What a feed document means for a pod, and why.
 *   npm run -s explain < questions.jsonl            one JSON verdict a line
 *   npm run -s explain -- summary.json --pod prod1  the same for people
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readJson } from '../shared/feed/body.ts'
import { unknown } from '../shared/judge/judge.ts'
import { timeOf } from '../shared/model/guards.ts'
import { badged } from '../shared/text/universalVoice.ts'
import { forPeople } from './explain/forPeople.ts'
import { vendorOf } from './explain/vendors.ts'
import { questionOf, verdictOf } from './explain/verdictOf.ts'

const HELP = `usage: npm run -s explain [-- FILE --pod POD] [--now TIME]
A document is judged as if it had just been fetched; now is the time the page says it changed last, unless --now says otherwise.
Without a file, reads lines of {"id", "pod", "feed"} from standard input and prints {"id", "pod", "verdict"} for each.`

const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const options = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { pod: { type: 'string' }, now: { type: 'string' }, help: { type: 'boolean' } },
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'Unknown option.'}\n${HELP}`)
  }
}

const { values, positionals } = options()
const now = values.now === undefined ? null : timeOf(values.now)
if (values.help) console.log(HELP)
else if (values.now !== undefined && now === null) fail('--now takes a time such as 2026-01-31T12:00:00Z.')
else if (positionals.length > 1) fail(HELP)
else if (positionals[0] === undefined && values.pod !== undefined)
  fail('--pod goes with a file: npm run -s explain -- summary.json --pod prod1.')
else if (positionals[0] !== undefined) explainFile(positionals[0])
else await explainLines()

function explainFile(path: string): void {
  const pod = values.pod ?? fail('Which pod? Add --pod prod1.')
  let body = ''
  try {
    body = readFileSync(path, 'utf8')
  } catch {
    fail(`Cannot read ${path}.`)
  }
  const json = readJson(body)
  const told = json.ok
    ? verdictOf(json.value, pod, now)
    : { verdict: badged(unknown(pod, json.failure), now ?? 0, vendorOf(null)), snapshot: null, now: now ?? 0 }
  console.log(forPeople(told.verdict, told.snapshot, told.now))
}

async function explainLines(): Promise<void> {
  // A reader that has seen enough closes the pipe: that is an end, not a fault.
  process.stdout.on('error', () => process.exit(0))
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const { id, pod, feed } = questionOf(line)
    const { verdict } = verdictOf(feed, pod, now)
    process.stdout.write(`${JSON.stringify({ id, pod, verdict })}\n`)
  }
}
