import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOf, type Unseen } from '../../support/unseen.ts'

/**
 * Documents that are still misread, and why. Where a change mends one, it is taken off; nothing may be added without a
 * reason that a reader of the page would accept.
 */
const MISREAD: Readonly<Record<string, string>> = {
  'k3-thursday-jobs': 'a listed component that no word speaks of counts by rule 1; the writer left it out',
  'k5-no-longer-not': '"it is no longer true that they do not arrive" takes nothing back',
  'not-a-chat-outage': '"it’s the app that is slow" is read as said of chat as well',
  'pods-differ-search': 'the title’s trouble is taken for both pods',
  'pods-differ-things': 'the title’s problems are taken for both pods',
  'broken-item-tag': 'customers’ tags in brackets are read as trouble',
  'api-by-pod': '"requests succeed in Prod2" takes nothing from the API’s errors elsewhere',
  'slow-failing-fine': '"fine: all the rest, email included" is not heard after two other heads',
  'r3m-alert-under-review': '"alert" is read as a notification',
  'load-times-coming-down': '"still dropping" is read as calls that drop',
  'messenger-but-not-instagram': 'a remark between two commas cuts the list from its predicate',
  'index-move-search-timeline': '"Prod1 will be done next week" counts as Prod1’s',
  'error-rate-zero-again': 'a remark between two commas cuts "error rate" from "stayed at zero"',
  'mail-tail-only': '"we’ll confirm when the last one is out" promises nothing',
  'neg-few': '"few come back in under ten seconds" is read as few that come back',
  'ment-company': 'a customer’s name that holds a capability is read as one',
  'ment-tracking': 'a remark between two commas cuts "the incident about voice" from "is a separate matter"',
  's2-l05': '"we will refresh this list in half an hour" promises nothing',
  's2-n11': '"somebody from the night shift" is not heard as us',
  's2-t04': 'without punctuation, "no eta yet will update in 1h" denies its own promise',
  's2-t08': 'a list inside a list is read line by line, without the pod above it',
}

const folder = new URL('../../fixtures/unseen/', import.meta.url)

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const cases = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Unseen[]

  it.each(cases.map((test) => [test.id, test] as const))('%s', (id, test) => {
    const faults = faultsOf(test)
    expect(faults.filter((fault) => fault.includes('level is ok'))).toEqual([])
    if (MISREAD[id] === undefined) expect(faults).toEqual([])
    else expect(faults, `${id} is read right now: take it off the list`).not.toEqual([])
  })
})
