// What can be seen of a document at a glance. It is read with no trust and little code: whatever is not plainly
// well, or not understood, is left to the judgement.

/** The page's id, so that the answer of a moved or taken-over host is no news. */
const PAGE = 'lhn2sb4njk08'

interface Document {
  readonly podlight?: unknown
  /** A relay's answer names its page by the id alone. */
  readonly page: { readonly id?: unknown }
  readonly components: readonly Row[]
  readonly incidents: readonly Row[]
  readonly scheduled_maintenances: readonly Row[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly group_id: string
  readonly components?: readonly string[]
}

/** Nothing is wrong, and this pod is on the page. Texts, as they are stored. */
export const OK = '1'
/** Nothing is wrong, but this pod is not on the page: that proves no health. */
export const UNLISTED = '2'
/** Anything that a judgement is needed for. */
export const TROUBLE = ''

/** What a right document says of a pod, or of all where none is known; throws where it is none. */
export const sightOf = (document: unknown, pod: string): string => {
  const { podlight, page, components, incidents, scheduled_maintenances } = document as Document
  if ((page.id ?? page) !== PAGE) throw 0
  if (podlight) return TROUBLE
  const ids = components.map(({ id }) => id)
  let sight = UNLISTED
  let others = ''
  for (const { id, name, components: children } of components) {
    const named = children && /prod\W*(\d+)/i.exec(name)
    if (named)
      if (pod === `prod${named[1]}`) sight = children.every((child) => ids.includes(child)) ? OK : TROUBLE
      else if (pod) others += id
  }
  return [...components, ...incidents, ...scheduled_maintenances].every(
    ({ id, status, group_id }) =>
      /^(operational|resolved|completed|scheduled)$/.test(status) ||
      others.includes(id) ||
      others.includes(group_id),
  )
    ? sight
    : TROUBLE
}
