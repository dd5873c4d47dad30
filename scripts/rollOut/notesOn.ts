import { vendorsName } from '../../extension/domain/localeAndZone.ts'
import type { Policy } from '../../extension/domain/policy/policy.ts'
import { customerReply } from '../../extension/text/customerReply.ts'
import { SITUATIONS } from '../../extension/text/ownReplies.ts'
import type { Arguments } from './arguments.ts'
import { CHROME_ID, EDGE_ID, type Ids } from './ids.ts'

// What is no mistake, and still worth knowing before anything is rolled out.

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names)

const onIds = ({ key, newKey }: Arguments, { chrome, edge }: Ids): readonly string[] => [
  newKey === null ? '' : `${newKey} is your key. Keep it, and keep it secret.`,
  key === null && newKey === null ? '' : `Chrome and Edge know your package as ${chrome}.`,
  chrome === CHROME_ID ? `${CHROME_ID} stands in the files until you name the id with --chrome.` : '',
  edge === EDGE_ID ? `${EDGE_ID} stands in the files until you name the id with --edge.` : '',
]

const onPods = ({ settings, organisations, sites }: Policy): string => {
  const named = [...new Set([...(settings.pods ?? []), ...organisations.values(), ...sites.values()])]
  const strange = named.filter((pod) => !vendorsName(pod))
  return strange.length === 0
    ? ''
    : `Pods that Podlight doesn’t know by name: ${listed(strange)}. Is that right?`
}

const onReplies = ({ replies, settings }: Policy): readonly string[] => {
  const { texts, names, language } = replies
  if (Object.keys(texts).length === 0) return []
  const missing = SITUATIONS.filter((one) => texts[one] === undefined)
  const isEnglish = language === null || /^en\b/i.test(language)
  const nameless = isEnglish
    ? []
    : Object.keys(customerReply.names).filter(
        (name) => !Object.hasOwn(names, name) && !settings.ignored?.some((one) => one === name),
      )
  return [
    missing.length === 0
      ? ''
      : `Replies without a text of yours: ${listed(missing)}. There Podlight’s own is used, in English.`,
    nameless.length === 0
      ? ''
      : `Without a name of yours in “names”, these keep their English one: ${listed(nameless)}.`,
  ]
}

/** In sentences for an administrator. */
export const notesOn = (args: Arguments, ids: Ids, policy: Policy): readonly string[] =>
  [
    args.policy === null
      ? 'These are examples, with an address for the status that doesn’t exist. Name your own settings with --policy.'
      : '',
    ...onIds(args, ids),
    onPods(policy),
    ...onReplies(policy),
  ].filter((note) => note !== '')
