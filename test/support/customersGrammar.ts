/** Imagined incidents in the vendor's style, put together from small parts: nobody tuned a rule on them one by one. */
import { caseOf, type Scene } from './ask.ts'
import { documentAt } from './exam.ts'

export type Luck = () => number

const CUSTOMERS = [
  'chat',
  'live chat',
  'chat messages',
  'chat attachments',
  'attachments in chat',
  'images in chat',
]
const OTHERS =
  'email|SMS|WhatsApp|voice|search|the API|webhooks|notifications|chat notifications|surveys for chat|email attachments|workflows|login|the web client|Facebook|timelines|attachments in email|the knowledge base|conversational assistants|exports'.split(
    '|',
  )
const CHANNELS = ['chat', 'email', 'SMS', 'WhatsApp', 'voice', 'Facebook']
const STATES =
  'is delayed|is unavailable|is down|fails|is slow|is failing with errors|is not loading|is not working|returns 503s|shows latency|may be delayed|is affected|is degraded|is unresponsive|is intermittently unavailable|is not delivered|is experiencing issues|times out|has problems|is inaccessible|is stuck'.split(
    '|',
  )
const TROUBLES =
  'an issue|delays|latency|errors|an outage|problems|intermittent errors|a disruption|slowness|degraded performance|failures|timeouts|elevated error rates'.split(
    '|',
  )
const PODS = [
  'in Prod1',
  'in PROD 2',
  'on prod1 and prod2',
  'in Prod 2',
  'in all pods',
  '(PROD1)',
  'in pods 1 & 2',
  '',
  '',
]
const WELL =
  'is working|is not affected|works as expected|has recovered|is fully operational|remains available|is unaffected|was restored|is not impacted'.split(
    '|',
  )
const TAILS = [
  '',
  'Please reach out to Kustomer Support via chat with questions.',
  'Contact us through chat or email.',
  'Our team is working to identify the cause.',
  'Please expect additional updates within the next 30 minutes.',
]
const CAUSES = [
  '',
  '',
  '',
  'due to a database failure',
  'caused by an email provider',
  'because of an issue with search',
]

const maker = (luck: Luck) => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(luck() * list.length)] as T
  /** Two things that are not the same. */
  const two = (): readonly [string, string] =>
    luck() < 0.5 ? [pick(CUSTOMERS), pick(OTHERS)] : [pick(OTHERS), pick(luck() < 0.3 ? OTHERS : CUSTOMERS)]
  const sentences: readonly (() => string)[] = [
    () => `${two()[0]} ${pick(STATES)} ${pick(PODS)}.`,
    () => `Kustomer is aware of ${pick(TROUBLES)} affecting ${two()[0]} ${pick(PODS)} ${pick(CAUSES)}.`,
    () => `We are investigating ${pick(TROUBLES)} with ${two().join(' and ')} ${pick(PODS)}.`,
    () => `${two().join(' and ')} ${pick(STATES)} ${pick(PODS)}.`,
    () =>
      `Kustomer is aware of an event impacting ${two()[0]} ${pick(PODS)} that may cause ${pick(TROUBLES)}.`,
    () => `Customers may see ${pick(TROUBLES)} when using ${two()[0]} ${pick(PODS)}.`,
    () => `${two().join(` ${pick(STATES)} ${pick(PODS)}, but `)} ${pick(WELL)}.`,
    () => `${two()[0]} ${pick(STATES)} in Prod1. Prod 2 is not affected.`,
    () => `Messages sent via ${pick(CHANNELS)} ${pick(STATES)} ${pick(PODS)}.`,
    () => `The platform ${pick(STATES)} ${pick(PODS)}.`,
    () => `${two()[0]} ${pick(STATES)} ${pick(PODS)} ${pick(CAUSES)}.`,
    () => `There are no issues with ${two().join(` ${pick(PODS)}, but `)} ${pick(STATES)}.`,
    () => `${two().join(' and ')} ${pick(WELL)} ${pick(PODS)}.`,
  ]
  const titles: readonly (() => string)[] = [
    () =>
      `[${pick(['CHAT', 'EMAIL', 'API', 'VOICE', 'SEARCH', 'PLATFORM'])}] ${pick(['Delays', 'Issue', 'Latency', 'Errors'])} [${pick(['PROD1', 'PROD2', 'PROD1 and PROD2'])}]`,
    () => `${two()[0]} ${pick(['delays', 'issues', 'errors', 'unavailable'])} ${pick(PODS)}`,
    () => `Issue with ${two()[0]} ${pick(PODS)}`,
    () => 'Service disruption',
  ]
  return { pick, sentence: () => pick(sentences)(), title: () => pick(titles)() }
}

const neat = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ (?=[.,])/g, '')
    .trim()

export const sceneOf = (luck: Luck): Scene => {
  const { pick, sentence, title } = maker(luck)
  const updates: [string, string][] = [['investigating', neat(`${sentence()} ${pick(TAILS)}`)]]
  if (luck() < 0.4) updates.push(['monitoring', neat(`${sentence()} ${pick(TAILS)}`)])
  const row = `${pick(['prod1', 'prod2'])} Channel - ${pick(['Chat', 'Chat', 'Email'])}${pick(['', '=degraded_performance', '=major_outage'])}`
  return {
    title: neat(title()),
    updates,
    impact: pick(['minor', 'major', 'critical', 'none']),
    listed: luck() < 0.4 ? [row] : [],
  }
}

export const documentOf = (scene: Scene): unknown => {
  const test = caseOf(scene)
  return documentAt(test, test.updates.length - 1, 'by-impact')
}
