import type { Pod } from '../../../shared/model/verdict.ts'
import { NO_REPLIES, type OwnReplies } from '../../text/ownReplies.ts'
import {
  type Choice,
  type Chosen,
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from '../settings.ts'

/** What the company has set. */
export interface Policy {
  /** Whether the company has set anything at all, even something that can't be read. */
  readonly isSet: boolean
  readonly settings: Readonly<Partial<Settings>>
  readonly mayChange: readonly SettingName[]
  readonly replies: OwnReplies
  readonly contact: string | null
  /** Pods by organization and by host, in small letters. */
  readonly organisations: ReadonlyMap<string, Pod>
  readonly sites: ReadonlyMap<string, Pod>
  readonly welcome: boolean | null
}

export const NO_POLICY: Policy = {
  isSet: false,
  settings: {},
  mayChange: [],
  replies: NO_REPLIES,
  contact: null,
  organisations: new Map(),
  sites: new Map(),
  welcome: null,
}

/** Whether the company says how an option is to be, for good or to begin with. */
export const isSetBy = ({ settings }: Policy, name: SettingName): boolean => Object.hasOwn(settings, name)

/** Whether nobody but the company can change an option. */
export const isLocked = (policy: Policy, name: SettingName): boolean =>
  isSetBy(policy, name) && !policy.mayChange.includes(name)

/** Before choices were recorded, whatever differs from the start was chosen. */
const chosenIn = (chosen: Chosen, own: Settings): readonly SettingName[] =>
  chosen ??
  SETTING_NAMES.filter((name) => JSON.stringify(own[name]) !== JSON.stringify(DEFAULT_SETTINGS[name]))

/** What holds: the company's settings over the user's own, but for what the user may choose, and has chosen. */
export const settingsUnder = (policy: Policy, own: Settings, chosen: Chosen): Settings => {
  const names = chosenIn(chosen, own)
  const isTheirs = (name: SettingName): boolean => !isLocked(policy, name) && names.includes(name)
  const set = Object.entries(policy.settings).filter(([name]) => !isTheirs(name as SettingName))
  return { ...own, ...Object.fromEntries(set) }
}

/** What of a choice is the user's to make. */
export const allowed = (policy: Policy, choice: Choice): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(choice).filter(
      ([name, value]) => value !== undefined && !isLocked(policy, name as SettingName),
    ),
  )

/** What is to be kept when the user chooses something. What is locked stays as they had it before. */
export const withChoice = (
  policy: Policy,
  own: Settings,
  chosen: Chosen,
  choice: Choice,
): { settings: Settings; chosen: SettingName[] } => {
  const free = allowed(policy, choice)
  const holds = settingsUnder(policy, own, chosen)
  const isOther = (name: SettingName): boolean => JSON.stringify(free[name]) !== JSON.stringify(holds[name])
  const names = (Object.keys(free) as SettingName[]).filter(isOther)
  return {
    settings: { ...own, ...free },
    chosen: [...new Set([...chosenIn(chosen, own), ...names])],
  }
}
