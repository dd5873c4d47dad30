import { Checker } from './Checker.tsx'
import { Copied } from './Copied.tsx'
import { choose, colour, isDark, isPhone, options, properties, sample, scene } from './chosen.ts'
import { COLOURS, FIELDS, type Field, LOOKS } from './fields.ts'
import { policyOf, ruleOf, tagOf } from './written.ts'

const Option = ({ field: { name, label, choices, example } }: { field: Field }) => (
  <div class="field">
    <label for={name}>
      {label} <code class="soft small">data-{name}</code>
    </label>
    {choices ? (
      <select id={name} onChange={({ currentTarget }) => choose(name, currentTarget.value)}>
        {choices.map((value) => (
          <option key={value} value={value}>
            {value === '' ? 'not allowed' : value}
          </option>
        ))}
      </select>
    ) : (
      <input
        id={name}
        type="text"
        placeholder={example}
        onChange={({ currentTarget }) => choose(name, currentTarget.value.trim())}
      />
    )}
  </div>
)

const Switch = ({ label, is }: { label: string; is: { value: boolean } }) => (
  <label class="row">
    <input
      type="checkbox"
      checked={is.value}
      onChange={({ currentTarget }) => {
        is.value = currentTarget.checked
      }}
    />
    {label}
  </label>
)

const Sample = () => (
  <section class="side" aria-labelledby="sample">
    <div class="row spread">
      <h2 id="sample">
        A sample chat <span class="soft">with the real banner</span>
      </h2>
      <div class="row">
        <Switch label="On a phone" is={isPhone} />
        <Switch label="Dark page" is={isDark} />
      </div>
    </div>
    <div class={isPhone.value ? 'browser phone' : 'browser'}>
      <iframe key={sample.value} src={sample.value} title="A shop with a chat" class="shop" />
    </div>
  </section>
)

const Looks = () => (
  <fieldset class="scenes row">
    <legend>What visitors would see</legend>
    {LOOKS.map((name) => (
      <label key={name} class={name === scene.value ? 'tab chosen' : 'tab'}>
        <input
          type="radio"
          name="scene"
          class="hidden"
          checked={name === scene.value}
          onChange={() => {
            scene.value = name
          }}
        />
        {name}
      </label>
    ))}
  </fieldset>
)

const Colours = () => (
  <fieldset class="side">
    <legend>Your colours</legend>
    <div class="row">
      {COLOURS.map(([name, ours]) => (
        <label key={name} class="row">
          <input
            type="color"
            value={properties.value[name] ?? ours}
            onChange={({ currentTarget }) => colour(name, currentTarget.value)}
          />
          <code class="small">{name}</code>
        </label>
      ))}
      <button
        type="button"
        class="plain"
        onClick={() => {
          properties.value = {}
        }}
      >
        Ours again
      </button>
    </div>
  </fieldset>
)

export const Playground = () => (
  <>
    <header>
      <h1>Podlight’s banner, tried</h1>
      <p class="soft">Choose, see it in a chat, copy the tag. Nothing leaves this page.</p>
    </header>
    <main class="all">
      <Looks />
      <div class="stage">
        <Sample />
        <section class="side options" aria-label="Options">
          {FIELDS.map((field) => (
            <Option key={field.name} field={field} />
          ))}
          <Colours />
        </section>
      </div>
      <div class="stage even">
        <Copied
          title="The tag"
          text={tagOf(options.value, scene.value)}
          note="Put your own address in the place of cdn.example."
        />
        <Copied
          title="If the page has a Content Security Policy"
          text={policyOf(options.value)}
          note="What to add to it, with your own address."
        />
        {ruleOf(properties.value) !== '' && (
          <Copied title="Your style sheet" text={ruleOf(properties.value)} />
        )}
      </div>
      <Checker />
    </main>
  </>
)
