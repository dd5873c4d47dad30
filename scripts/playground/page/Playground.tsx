import { SCENES } from '../../../shared/text/scene.ts'
import type { Manifest } from '../../embed/manifest.ts'
import { Brand } from '../../pages/Brand.tsx'
import { Checker } from './Checker.tsx'
import { choose, colour, isDark, isPhone, options, properties, sample, scene } from './chosen.ts'
import { COLOURS, type Field, GROUPS, LOOKS } from './fields.ts'
import { ToTake } from './ToTake.tsx'

const Option = ({ field }: { field: Field }) => {
  const { label, choices, example } = field
  // Words of one's own are of a scene, and each keeps its own.
  const name = field.name.replace('SCENE', scene.value)
  return (
    <div class="field">
      <label for={field.name}>
        {label} <code class="soft small">data-{name}</code>
      </label>
      {choices ? (
        <select id={field.name} onChange={({ currentTarget }) => choose(name, currentTarget.value)}>
          {choices.map((value) => (
            <option key={value} value={value}>
              {value === '' ? 'not allowed' : value}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={field.name}
          type="text"
          placeholder={example}
          value={options.value[name] ?? ''}
          onChange={({ currentTarget }) => choose(name, currentTarget.value.trim())}
        />
      )}
    </div>
  )
}

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
  <section class="side sample" aria-labelledby="sample">
    <div class="row spread">
      <h2 id="sample">
        A sample chat <span class="soft">with the real banner</span>
      </h2>
      <div class="row">
        <span class="as-phone">
          <Switch label="On a phone" is={isPhone} />
        </span>
        <Switch label="Dark page" is={isDark} />
      </div>
    </div>
    <div class={isPhone.value ? 'browser phone' : 'browser'}>
      <iframe key={sample.value} src={sample.value} title="A shop with a chat" class="shop" />
    </div>
  </section>
)

const Looks = () => (
  <fieldset class="scenes">
    <legend>What visitors would see</legend>
    <div>
      {SCENES.map((name) => (
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
          <b>{LOOKS[name]}</b>
          <code class="small soft">{name}</code>
        </label>
      ))}
    </div>
  </fieldset>
)

const Colours = () => (
  <div class="colours">
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
      Reset colors
    </button>
  </div>
)

const Options = () => (
  <section class="side options" aria-labelledby="options">
    <h2 id="options">Options</h2>
    <div class="card">
      {GROUPS.map(({ title, fields }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div class="fields">
            {fields.map((field) => (
              <Option key={field.name} field={field} />
            ))}
          </div>
          {title === 'Looks' && <Colours />}
        </fieldset>
      ))}
    </div>
  </section>
)

export const Playground = ({ manifest }: { manifest: Manifest }) => (
  <>
    <header>
      <Brand icon="icons/podlight.svg" title="Banner playground">
        Choose a scene and options, see them in a chat, and copy the tag. Nothing leaves this page except the
        request for a feed that you name.
      </Brand>
    </header>
    <main class="all">
      <Looks />
      <div class="stage">
        <Sample />
        <Options />
        <ToTake manifest={manifest} />
      </div>
      <Checker />
    </main>
    <footer class="soft small">
      Podlight is not affiliated with Kustomer. The chat here is a stand-in, the banner is the one that your
      visitors get.
    </footer>
  </>
)
