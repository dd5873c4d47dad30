/** Why a document was not taken. Each is a reason a person can be told. */
export type Failure =
  | 'empty'
  | 'too-large'
  | 'html'
  | 'truncated'
  | 'not-json'
  | 'not-a-feed'
  | 'other-page'
  | 'old-copy'
  | 'other-vendor'

/** A value, or a typed reason why there is none: parsers never throw. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure; readonly detail: string }

export const taken = <T>(value: T): Parsed<T> => ({ ok: true, value })

export const refused = (failure: Failure, detail: string): Parsed<never> => ({ ok: false, failure, detail })
