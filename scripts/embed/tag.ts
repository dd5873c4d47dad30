import type { Manifest } from './manifest.ts'

/** Which script a tag names: the newest, or one version, by its name alone or checked by the browser as well. */
export const LANES = ['newest', 'pinned', 'checked'] as const
export type Lane = (typeof LANES)[number]

/** Where the script would be served from, until an owner names their own address. */
export const EXAMPLE_HOST = 'https://cdn.example'

export interface TagOptions {
  readonly lane: Lane
  /** The folder it is served from. */
  readonly host?: string
  readonly attributes?: Readonly<Record<string, string>>
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The tag, to be copied. One that is checked breaks when the file changes, so it names the file that never does. */
export const tagOf = (
  { evergreen, pinned, integrity }: Manifest,
  { lane, host = EXAMPLE_HOST, attributes = {} }: TagOptions,
): string => {
  const src = `${host.replace(/\/+$/, '')}/${lane === 'newest' ? evergreen : pinned}`
  const checked = lane === 'checked' ? { integrity, crossorigin: 'anonymous' } : {}
  const lines = Object.entries({ ...checked, ...attributes }).map(
    ([name, value]) => `\n  ${name}="${escaped(value)}"`,
  )
  return `<script async src="${escaped(src)}"${lines.join('')}></script>`
}
