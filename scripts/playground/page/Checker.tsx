import { useSignal } from '@preact/signals'
import { readJson } from '../../../shared/feed/body.ts'
import { forPeople } from '../../explain/forPeople.ts'
import { verdictOf } from '../../explain/verdictOf.ts'

const PODS = ['prod1', 'prod2', 'prod4']

/** What a pasted document leads to, in the words of `npm run explain`. */
const told = (text: string, pod: string): string => {
  const json = readJson(text)
  if (!json.ok) return 'That is no JSON document. Paste what summary.json of the status page says.'
  const { verdict, snapshot, now } = verdictOf(json.value, pod, null)
  return forPeople(verdict, snapshot, now)
}

export const Checker = () => {
  const text = useSignal('')
  const pod = useSignal('prod1')
  return (
    <section class="side">
      <h2>What would a document of the status page lead to?</h2>
      <div class="row">
        <label class="row">
          <span>Pod</span>
          <select
            value={pod.value}
            onChange={({ currentTarget }) => {
              pod.value = currentTarget.value
            }}
          >
            {PODS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <a href="https://status.kustomer.com/api/v2/summary.json" target="_blank" rel="noreferrer">
          The document as it is now
        </a>
      </div>
      <textarea
        rows={6}
        aria-label="The document"
        placeholder='{"page": …, "components": …, "incidents": …}'
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
        }}
      />
      {text.value.trim() !== '' && (
        <pre class="card" role="status">
          {told(text.value, pod.value)}
        </pre>
      )}
    </section>
  )
}
