import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { extension } from '../../shared/words/extension/en.ts'
import type { Settings } from '../state/settings.ts'
import { change } from '../ui/change.ts'
import { request } from '../ui/model.ts'
import { readBackup, writeBackup } from './backupFile.ts'

const { options } = extension

const download = (settings: Settings): void => {
  const address = URL.createObjectURL(new Blob([writeBackup(settings)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'podlight-settings.json'
  link.click()
  URL.revokeObjectURL(address)
}

export const Backup = ({ settings }: { readonly settings: Settings }) => {
  const said = useSignal('')
  const isAsking = useSignal(false)
  const file = useRef<HTMLInputElement>(null)

  const restore = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const backup = readBackup(await chosen.text().catch(() => ''))
    if (backup.kind === 'read') {
      await change(backup.settings)
      said.value = options.imported
    } else said.value = backup.kind === 'newer' ? options.importNewer : options.importWrong
  }
  const reset = async (): Promise<void> => {
    await request({ type: 'page-bg:reset' })
    isAsking.value = false
    said.value = options.resetDone
  }

  return (
    <section class="card block">
      <h2>{options.backup}</h2>
      <div class="button-row">
        <button type="button" onClick={() => download(settings)}>
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
          <p>{options.resetAsk}</p>
          <div class="button-row">
            <button
              type="button"
              class="main"
              onClick={() => {
                isAsking.value = false
              }}
            >
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
