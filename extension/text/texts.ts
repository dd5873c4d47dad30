import type { Plural } from '../../shared/text/keys.ts'

/** The shape of a tree of texts, for another language to fill: English sets the keys, and nothing else. */
export type Texts<T> = T extends string
  ? string
  : T extends Plural
    ? Plural
    : { readonly [K in keyof T]: Texts<T[K]> }
