// What can be seen of a document at a glance. It is read with no trust and little code: what is of another shape
// throws, and whatever is not plainly well is left to the judgement.

/** The page's id, so that the answer of a moved or taken-over host is no news. */
const PAGE = 'lhn2sb4njk08'

export interface Document {
  readonly podlight?: unknown
  /** A relay's answer names its page by the id alone. */
  readonly page: { readonly id?: unknown }
  readonly components: readonly Row[]
  readonly incidents: readonly Row[]
  readonly scheduled_maintenances: readonly Row[]
}

interface Row {
  readonly name: string
  readonly status: string
  /** Groups have them. */
  readonly components?: unknown
}

/** Everything is well, and this pod is on the page. Texts, as they are stored. */
export const OK = '1'
/** Everything is well, but this pod is not on the page: that proves no health. */
export const UNLISTED = '2'
/** Anything that a judgement is needed for, a relay's verdict among it. */
export const TROUBLE = ''

/** What a document says of a pod. Throws where it is of another page, or none. */
export const sightOf = (
  { podlight, page, components, incidents, scheduled_maintenances }: Document,
  pod: string | undefined,
): string => {
  if ((page.id ?? page) != PAGE) throw 0
  return podlight ||
    [...components, ...incidents, ...scheduled_maintenances].some(
      ({ status }) => !/^(operational|resolved|completed|scheduled)$/.test(status),
    )
    ? TROUBLE
    : components.some(
          ({ name, components: rows }) => rows && pod == `prod${name.match(/prod\W*(\d+)/i)?.[1]}`,
        )
      ? OK
      : UNLISTED
}
