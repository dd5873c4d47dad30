import { useSignal } from '@preact/signals'
import { exampleSnapshot, exampleView } from '../domain/exampleIncident.ts'
import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { Panel } from '../ui/Panel.tsx'
import { now, place, request } from '../ui/pageState.ts'

const { welcome, popup } = extension

interface ExampleProps {
  readonly pod: string
  readonly settings: Settings
}

/** What trouble looks like: on the icon and as a notification for a while, and as a popup here, marked as invented. */
export const Example = ({ pod, settings }: ExampleProps) => {
  const isShown = useSignal(false)
  const show = (): void => {
    isShown.value = true
    void request({ type: 'page-bg:example' })
  }
  const [view] = exampleView(pod, now.value).pods
  return (
    <section class="card block">
      <h2>{welcome.exampleTitle}</h2>
      <p>{welcome.exampleLead}</p>
      <div>
        <button type="button" onClick={show}>
          {welcome.example}
        </button>
      </div>
      <p role="status" class={isShown.value ? '' : 'hidden'}>
        {isShown.value ? welcome.exampleShown : ''}
      </p>
      {isShown.value && view && (
        <div class="card frame">
          <p class="ribbon small">
            <strong>{popup.example}.</strong> {popup.exampleNote}
          </p>
          <Panel
            pod={view}
            snapshot={exampleSnapshot(pod, now.value)}
            settings={settings}
            muted={new Set()}
            place={place.value}
            source={null}
            failure={null}
            past={[]}
            isAwaited={null}
          />
        </div>
      )}
    </section>
  )
}
