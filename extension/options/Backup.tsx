import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { isLocked } from '../domain/policy/policy.ts'
import { SETTING_NAMES, type Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'
import { download } from '../ui/download.ts'
import { policy, request } from '../ui/pageState.ts'
import { readBackup, writeBackup } from './backupFile.ts'

const { options } = extension

const save = (settings: Settings): void =>
  download('podlight-settings.json', 'application/json', writeBackup(settings))

/** What the company set is neither replaced nor deleted. */
const withCompany = (said: string): string =>
  SETTING_NAMES.some((name) => isLocked(policy.value, name)) ? `${said} ${extension.policy.kept}` : said

/** The safe answer is the one at hand. */
const focused = (button: HTMLButtonElement | null): void => button?.focus()

export const Backup = ({ settings }: { readonly settings: Settings }) => {
  const said = useSignal('')
  const isAsking = useSignal(false)
  const file = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const restore = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const backup = readBackup(await chosen.text().catch(() => ''))
    if (backup.kind === 'read') {
      const outcome = await changeSettings(backup.settings)
      said.value = outcome === 'saved' ? withCompany(options.imported) : options.notSaved
    } else said.value = backup.kind === 'newer' ? options.importNewer : options.importWrong
  }
  const close = (): void => {
    isAsking.value = false
    // The buttons that were pressed go away.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const reset = async (): Promise<void> => {
    const reply = await request({ type: 'page-bg:reset' })
    said.value = reply?.stored ? withCompany(options.resetDone) : options.resetFailed
    close()
  }

  return (
    <section class="card block">
      <h2>{options.backup}</h2>
      <div class="button-row">
        <button type="button" onClick={() => save(settings)}>
          {options.export}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {options.import}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={options.import}
          onChange={(event) => {
            const input = event.currentTarget
            void restore(input.files?.[0]).then(() => {
              // The same file may be chosen again.
              input.value = ''
            })
          }}
        />
        {!isAsking.value && (
          <button
            ref={opener}
            type="button"
            onClick={() => {
              isAsking.value = true
            }}
          >
            {options.reset}
          </button>
        )}
      </div>
      {isAsking.value && (
        <div class="note stack is-outage" role="alert">
          <p>{withCompany(options.resetAsk)}</p>
          <div class="button-row">
            <button type="button" class="main" ref={focused} onClick={close}>
              {options.resetNo}
            </button>
            <button type="button" onClick={() => void reset()}>
              {options.resetYes}
            </button>
          </div>
        </div>
      )}
      <p role="status" class={said.value === '' ? 'hidden' : 'small'}>
        {said.value}
      </p>
    </section>
  )
}
