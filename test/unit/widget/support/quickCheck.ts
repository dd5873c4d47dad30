import { type Document, quickCheck } from '../../../../widget/loader/quickCheck.ts'

/** A document was refused. */
export const FAILED = 'failed'

/** What the loader says of a document by itself. */
export const seen = (document: unknown, pod: string | undefined = 'prod1'): string => {
  try {
    return quickCheck(document as Document, pod)
  } catch {
    return FAILED
  }
}
