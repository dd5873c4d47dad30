import { SCENES, type Scene } from '../../shared/text/scene.ts'

/** What the element can be told, as its attributes. */
export type BannerOption =
  | 'pod'
  | 'feed'
  | 'watch'
  | 'lang'
  | 'theme'
  | 'contact'
  | 'contact-label'
  | 'preview'
  | 'storage'
  | `text-${Scene}`
  | `text-${Scene}-works`

export const BANNER_OPTIONS: readonly BannerOption[] = [
  'pod',
  'feed',
  'watch',
  'lang',
  'theme',
  'contact',
  'contact-label',
  'preview',
  'storage',
  ...SCENES.flatMap((scene) => [`text-${scene}`, `text-${scene}-works`] as const),
]

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name

/** The same as properties: `contactLabel`, `textChatDown`. Every element has `lang` already. */
export type BannerProperties = {
  [Name in Exclude<BannerOption, 'lang'> as Camel<Name>]: string | null
}

/** The property of an attribute. */
export const propertyOf = (name: BannerOption): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
