import type { Manifest } from '../../embed/manifest.ts'
import { EXAMPLE_NONCE, POLICIES, type PolicyKind, policyLines } from '../../embed/policy.ts'
import { EXAMPLE_HOST, LANES, type Lane, tagOf } from '../../embed/tag.ts'
import { Copied } from './Copied.tsx'
import {
  chooseHost,
  chooseLane,
  choosePolicy,
  host,
  isHost,
  lane,
  options,
  policy,
  properties,
  scene,
} from './chosen.ts'
import { attributesOf, ruleOf } from './written.ts'

const laneWords = (version: string): Readonly<Record<Lane, string>> => ({
  newest: 'Always the newest',
  pinned: `Only ${version}`,
  checked: `Only ${version}, checked by hash`,
})

const POLICY_WORDS: Readonly<Record<PolicyKind, string>> = {
  host: 'By host',
  hashes: 'By hash',
  nonce: 'By nonce',
  integrity: 'Integrity policy',
}

const TAG_NOTES: Readonly<Record<Lane, string>> = {
  newest: 'Updates arrive by themselves, within minutes of being served.',
  pinned: 'Nothing changes until you change the tag.',
  checked:
    'The browser runs this very file or none. It needs CORS headers where the file is on another host.',
}

const POLICY_NOTES: Readonly<Record<PolicyKind, string>> = {
  host: 'Add it to what your policy allows already.',
  hashes: 'Nothing but this version can run, wherever it is served from.',
  nonce: `Put your page’s nonce in the place of ${EXAMPLE_NONCE}, in the tag too.`,
  integrity: 'A header beside your policy: no script runs without a hash.',
}

interface ChoiceProps<T extends string> {
  readonly id: string
  readonly label: string
  readonly values: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly chosen: T
  readonly choose: (value: T) => void
}

const Choice = <T extends string>({ id, label, values, words, chosen, choose }: ChoiceProps<T>) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select
      id={id}
      onChange={({ currentTarget }) => {
        const value = values.find((one) => one === currentTarget.value)
        if (value) choose(value)
      }}
    >
      {values.map((value) => (
        <option key={value} value={value} selected={value === chosen}>
          {words[value]}
        </option>
      ))}
    </select>
  </div>
)

/** What an owner takes along: the tag, a rule for the style sheet, a line for the page's policy. */
export const ToTake = ({ manifest }: { manifest: Manifest }) => {
  const nonce = policy.value === 'nonce' ? { nonce: EXAMPLE_NONCE } : {}
  const attributes = { ...nonce, ...attributesOf(options.value, scene.value) }
  const { feed = '' } = options.value
  return (
    <div class="side taken">
      <div class="fields">
        <div class="field">
          <label for="host">Where you serve the files</label>
          <input
            id="host"
            type="text"
            placeholder={EXAMPLE_HOST}
            aria-describedby="host-wrong"
            onInput={({ currentTarget }) => chooseHost(currentTarget.value)}
          />
          <p id="host-wrong" role="status" class="soft small">
            {isHost.value ? '' : 'Begin with https://, or with / on your own site.'}
          </p>
        </div>
        <Choice
          id="lane"
          label="Version"
          values={LANES}
          words={laneWords(manifest.version)}
          chosen={lane.value}
          choose={chooseLane}
        />
        <Choice
          id="policy"
          label="Your page’s policy"
          values={POLICIES}
          words={POLICY_WORDS}
          chosen={policy.value}
          choose={choosePolicy}
        />
      </div>
      <Copied
        title="The tag"
        text={tagOf(manifest, { lane: lane.value, host: host.value, attributes })}
        note={TAG_NOTES[lane.value]}
      />
      {ruleOf(properties.value) !== '' && <Copied title="Your style sheet" text={ruleOf(properties.value)} />}
      <Copied
        title="For the page’s policy, if it has one"
        text={policyLines(manifest, { host: host.value, feed })[policy.value]}
        note={POLICY_NOTES[policy.value]}
      />
    </div>
  )
}
