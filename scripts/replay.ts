/** `npm run replay`: the vendor's status page with recorded incidents, on this machine. */
import { run, upcoming } from './replay/cli.ts'
import { ReplayError } from './replay/recording.ts'

/** How often it is looked whether something has changed on the page. */
const LOOK_EVERY = 250

// A reader such as `head` may close the pipe early: that ends the command, it is no fault of its own.
process.stdout.on('error', () => process.exit())

try {
  const replay = await run(process.argv.slice(2), (line) => console.log(line))
  if (replay !== null) {
    let left = replay.coming().length
    const timer = setInterval(() => {
      const moments = replay.coming()
      if (moments.length === left) return
      left = moments.length
      console.log(`Now ${new Date(replay.time()).toISOString()}. ${upcoming(moments).join('\n')}`)
    }, LOOK_EVERY)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(timer)
        void replay.close()
      })
  }
} catch (cause) {
  if (!(cause instanceof ReplayError)) throw cause
  console.error(cause.message)
  process.exitCode = 1
}
