import { expect } from 'vitest'
import { until } from '../../../scripts/stage/until.ts'
import { badge } from '../../../shared/text/badge.ts'
import { capabilityName } from '../../../shared/text/capability.ts'
import { agent } from '../../../shared/text/en.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import {
  badgeIs,
  type Eye,
  observations,
  says,
  setUp,
  shownNotifications,
  textOf,
  toolbarIn,
  watchNotifications,
} from './extensionPage.ts'
import { type Scenario, startScenario } from './scenario.ts'

export interface Expected {
  readonly pod: string
  /** Capabilities that are affected from the first update to the last; none: the pod is not concerned. */
  readonly affected: readonly string[]
  /** How many notifications the whole of it is worth. */
  readonly notifications: number
}

/** The open part of the incident: the changes before the one that resolves it. */
const lastLive = ({ moments, truth }: Scenario, pod: string): number =>
  moments.findLastIndex((_, change) => truth(change, pod).level !== 'ok')

const textFor = (scenario: Scenario, change: number, pod: string): string =>
  badge(scenario.truth(change, pod), { ...placeOf(scenario.now()), words: agent }).text

const popupSays = async (popup: Eye, affected: readonly string[]): Promise<void> => {
  const said = (await textOf(popup)).toLowerCase()
  for (const capability of affected) expect(said).toContain(capabilityName(capability, agent).toLowerCase())
}

/** Follows an incident from before its first update until after its last, and looks at everything an agent sees. */
const follow = async (eye: Eye, popup: Eye, scenario: Scenario, expected: Expected): Promise<void> => {
  const { pod, affected } = expected
  const isConcerned = affected.length > 0
  const live = lastLive(scenario, pod)
  expect(live >= 0).toBe(isConcerned)
  await badgeIs(eye, '', 'No trouble is reported')

  for (let change = 0; change < scenario.moments.length; change++) {
    await scenario.goTo(change)
    const text = textFor(scenario, change, pod)
    const { title } = await badgeIs(eye, text)
    expect(text !== '').toBe(isConcerned && change <= live)
    if (text === '') continue
    for (const capability of affected)
      expect(title.toLowerCase()).toContain(capabilityName(capability, agent).toLowerCase())
    expect(title).toMatch(/since/)
    await says(popup, 'What’s affected')
    await popupSays(popup, affected)
  }

  const { text, title } = await toolbarIn(eye)
  expect({ text, isWell: title.includes('No trouble is reported') }).toEqual({ text: '', isWell: true })
  await says(popup, 'No trouble reported')
  const told = await until(
    () => shownNotifications(eye),
    (shown) => shown.length >= expected.notifications,
    `${expected.notifications} notifications`,
  )
  expect(told).toHaveLength(expected.notifications)

  const rows = (await observations(eye)).filter((row) => row.pod === pod)
  expect(rows[0]?.level).toBe('ok')
  expect(rows.at(-1)?.level).toBe('ok')
  const troubled = rows.filter(({ level }) => level !== 'ok')
  expect(troubled.length > 0).toBe(isConcerned)
  if (!isConcerned) expect(rows).toHaveLength(1)
  for (const { level, impacts } of troubled) {
    expect(['degraded', 'outage']).toContain(level)
    for (const capability of affected)
      expect(impacts.map((impact) => impact.capability)).toContain(capability)
  }
}

/** A browser with the extension in it, whichever it is. */
type Started = Eye & { beside(path: string): Promise<Eye>; close(): Promise<void> }

/** An agent of one pod with the popup open, in a browser of their own, through one incident. */
export const liveThrough = async (
  start: () => Promise<Started>,
  name: string,
  expected: Expected,
): Promise<void> => {
  const scenario = await startScenario([name])
  try {
    const browser = await start()
    try {
      await setUp(browser, scenario, [expected.pod])
      await watchNotifications(browser)
      await follow(browser, await browser.beside('popup.html'), scenario, expected)
    } finally {
      await browser.close()
    }
  } finally {
    await scenario.page.close()
  }
}
