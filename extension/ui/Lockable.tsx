import type { ComponentChildren } from 'preact'
import { isLocked, isSetBy } from '../domain/policy/policy.ts'
import type { SettingName } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { policy } from './pageState.ts'

interface LockableProps {
  readonly setting: SettingName
  readonly children: ComponentChildren
}

/** The controls of an option. Where the company set it they say so, and are out of use unless it may be changed. */
export const Lockable = ({ setting, children }: LockableProps) => {
  const locked = isLocked(policy.value, setting)
  return (
    <fieldset class="lockable" disabled={locked}>
      {isSetBy(policy.value, setting) && (
        <p class="company small">
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d={locked ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V5a3 3 0 0 1 5.8-1'} fill="none" />
            <rect x="3" y="7" width="10" height="7" rx="1.5" />
          </svg>
          {locked ? extension.policy.set : extension.policy.start}
        </p>
      )}
      {children}
    </fieldset>
  )
}
