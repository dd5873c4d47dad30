import { type Document, quickCheck } from '../../../../widget/loader/quickCheck.ts'

export const OK = 'ok'
export const UNLISTED = 'unknown'
/** It is for the judgement to tell. */
export const TROUBLE = 'trouble'
/** A document was refused. */
export const FAILED = 'failed'

/** What the loader says of a document by itself. */
export const seen = (document: unknown, pod: string | undefined = 'prod1'): string => {
  try {
    return quickCheck(document as Document, pod)?.level ?? TROUBLE
  } catch {
    return FAILED
  }
}
