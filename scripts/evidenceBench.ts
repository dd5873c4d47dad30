/** Plays a seeded model of an agent's work to the evidence detector, and says what it noticed: npm run bench:evidence. */
import { createDetector } from '../shared/evidence/detector.ts'
import { withChats } from '../shared/evidence/withChats.ts'
import { chatRequests, requests } from '../shared/vendors/kustomer.ts'
import { ArgumentError, HELP, readArguments } from './evidence/arguments.ts'
import { runBench } from './evidence/bench.ts'

try {
  const wanted = readArguments(process.argv.slice(2))
  if (wanted.help) console.log(HELP)
  else if (!runBench((salt) => withChats(createDetector(requests, salt), chatRequests), wanted, console.log))
    process.exitCode = 1
} catch (cause) {
  if (!(cause instanceof ArgumentError)) throw cause
  console.error(`${cause.message}\n\n${HELP}`)
  process.exitCode = 2
}
