import { NUISANCES } from '../nuisances/month.ts'
import { ACTS } from '../people/acts.ts'
import { AGENT } from '../people/agent.ts'
import { VISITOR } from '../people/visitor.ts'
import { PATIENCE } from '../play/incidents.ts'
import { CONTROL } from '../play/statusPage.ts'
import { ORDINARY } from '../world/ordinary.ts'

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`

/** What the figures rest on. None of it was measured at the vendor's. */
export const assumptions = (): string[] => [
  `An agent works 8 hours on 20 days a month, with 45 minutes of lunch, in half hours that are ${AGENT.halfHours.join(' to ')} times as busy as the mean, in 1 to 3 tabs, half in Chromium and half in Firefox.`,
  `${percent(AGENT.byItself)} of the requests are the app's own; the rest comes in bursts: ${Object.entries(
    ACTS,
  )
    .map(([name, { share, requests }]) => `${name} ${percent(share)} of about ${requests}`)
    .join(', ')}. Half of the agents' apps hold a connection open for 25 to 55 s.`,
  `Sent at 300, 1,000 and 2,000 requests an hour: ${[300, 1000, 2000].map((rate) => Math.round(AGENT.sends(rate))).join(', ')} messages and ${[300, 1000, 2000].map(AGENT.attachments).join(', ')} files an hour; who is refused tries up to ${AGENT.tries.most} times more, each with ${percent(AGENT.tries.again)}.`,
  `Twenty-two kinds of requests to the app take 90 to 600 ms in the median (lognormal, ${ORDINARY.spread}), and ${percent(ORDINARY.stragglers)} four times that.`,
  `Ordinary answers: ${ORDINARY.refusals.map(([status, share]) => `${status} ${percent(share)}`).join(', ')}; ${percent(ORDINARY.failures)} failures by chance; ${percent(ORDINARY.aborts)} of what is read is given up.`,
  `After a failure the app asks again once in half of the cases, and now and then the agent loads the page anew; a page that could not be loaded asks nothing more.`,
  `The status page is asked every ${CONTROL.every.join(' to ')} s and once more on suspicion, out of a bucket of ${CONTROL.bucket.size} with one more every ${CONTROL.bucket.refill} s; its answers take ${CONTROL.median} ms in the median.`,
  `A visitor opens the chat, sends ${VISITOR.messages.join(' to ')} messages and with ${percent(VISITOR.attaches)} a file; one comes each minute. With a chat that fails they stay ${PATIENCE.map(([minutes, share]) => `${minutes} min (${percent(share)})`).join(', ')}. No visitor's browser knows anything of the one before.`,
  ...NUISANCES.map(({ name, perMonth, assumes }) => `${perMonth} a month, ${name}: ${assumes}`),
]
