import { useSignal } from '@preact/signals'
import { readJson } from '../../../shared/feed/body.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { type Told as Parts, toldOf } from '../../explain/told.ts'
import { verdictOf } from '../../explain/verdictOf.ts'
import { Told } from '../../pages/Told.tsx'

const PODS = [...kustomer.pods.keys()]

/** Documents to begin with, as the build left them. */
const EXAMPLES = [
  ['sample/quiet.json', 'Nothing is wrong'],
  ['sample/trouble.json', 'Files in chat fail'],
] as const

/** What a pasted document leads to, or why it leads to nothing. */
const told = (text: string, pod: string): Parts | string => {
  const json = readJson(text)
  if (!json.ok)
    return json.failure === 'too-large'
      ? 'That is far larger than any status document.'
      : 'That is no JSON document. Paste what summary.json of the status page says.'
  const { verdict, snapshot, now } = verdictOf(json.value, pod, null)
  return toldOf(verdict, snapshot, now)
}

const Result = ({ text, pod }: { text: string; pod: string }) => {
  const found = told(text, pod)
  return typeof found === 'string' ? <p class="note">{found}</p> : <Told told={found} icons="icons/" />
}

export const Checker = () => {
  const text = useSignal('')
  const pod = useSignal('prod1')
  const show = async (address: string): Promise<void> => {
    const reply = await fetch(address).catch(() => null)
    if (reply?.ok) text.value = JSON.stringify(await reply.json(), null, 2)
  }
  return (
    <section class="side checker" aria-labelledby="checker">
      <h2 id="checker">What would a document of the status page lead to?</h2>
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
        <span class="soft">Try:</span>
        {EXAMPLES.map(([address, title]) => (
          <button key={address} type="button" onClick={() => void show(address)}>
            {title}
          </button>
        ))}
        <span class="soft">
          or paste{' '}
          <a href="https://status.kustomer.com/api/v2/summary.json" target="_blank" rel="noreferrer">
            the document as it is now
          </a>
        </span>
      </div>
      <textarea
        rows={8}
        aria-label="The document"
        placeholder='{"page": …, "components": …, "incidents": …}'
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
        }}
      />
      <div role="status">{text.value.trim() !== '' && <Result text={text.value} pod={pod.value} />}</div>
    </section>
  )
}
