import { computed, signal } from '@preact/signals'
import type { Scene } from '../../../shared/text/scene.ts'
import { needsChecked, type PolicyKind } from '../../embed/policy.ts'
import { EXAMPLE_HOST, type Lane } from '../../embed/tag.ts'
import { FIELDS } from './fields.ts'
import { attributesOf, type Options } from './written.ts'

// What was chosen, and what the sample page is told of it.

export const scene = signal<Scene>('chat-failing')
export const options = signal<Options>({})
export const properties = signal<Options>({})
export const isDark = signal(false)
export const isPhone = signal(false)
/** Where the files would be served from, which script of them the tag names, and how a policy allows it. */
export const host = signal(EXAMPLE_HOST)
export const lane = signal<Lane>('newest')
export const policy = signal<PolicyKind>('host')

/** What is chosen last holds: a tag that is not checked never runs under a policy by hashes. */
export const chooseLane = (next: Lane): void => {
  lane.value = next
  if (next !== 'checked' && needsChecked(policy.value)) policy.value = 'host'
}
export const choosePolicy = (next: PolicyKind): void => {
  policy.value = next
  if (needsChecked(next)) lane.value = 'checked'
}

/** The folder of the files, as somebody wrote it: with or without the script's own name. */
export const chooseHost = (text: string): void => {
  host.value = text.trim().replace(/\/podlight[\w.-]*\.js$/, '') || EXAMPLE_HOST
}
/** Whether a tag may name that: a whole address, or one of the page's own site. */
export const isHost = computed(
  () => /^(https?:)?\/\/[^/]|^\/($|[^/])/.test(host.value) && URL.canParse(host.value, location.href),
)

const isDefault = (name: string, value: string): boolean =>
  FIELDS.find((field) => field.name === name)?.choices?.[0] === value

export const choose = (name: string, value: string): void => {
  options.value = { ...options.value, [name]: isDefault(name, value) ? '' : value }
}
export const colour = (name: string, value: string): void => {
  properties.value = { ...properties.value, [name]: value }
}

/** The address of the sample: what it shows is a preview, unless a mode was chosen. */
export const sample = computed(() => {
  const { mode = '', ...rest } = attributesOf(options.value, scene.value) as { mode?: string }
  const show = {
    isDark: isDark.value,
    // The stand-in is of Kustomer's chat.
    hasChat: /^(|kustomer)$/.test(options.value['chat'] ?? ''),
    properties: Object.fromEntries(
      Object.entries(properties.value).map(([name, value]) => [`--podlight-${name}`, value]),
    ),
    options: { 'data-mode': `preview:${scene.value}`, ...rest, ...(mode ? { 'data-mode': mode } : {}) },
  }
  return `sample/index.html?show=${encodeURIComponent(JSON.stringify(show))}`
})
