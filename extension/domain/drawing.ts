/** One shape of a drawing, and what it says of itself. */
export interface DrawnElement {
  readonly kind: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The icons are drawn in elements without anything inside them. */
export const ELEMENT = /<(\w+)((?: [\w-]+="[^"]*")*) \/>/g
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g

/** The shapes of an icon's SVG, from the lowest up: for where no browser reads SVG, as in a worker. */
export const elementsOf = (svg: string): readonly DrawnElement[] =>
  [...svg.matchAll(ELEMENT)].map(([, kind = '', text = '']) => ({
    kind,
    attributes: Object.fromEntries(
      [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
    ),
  }))
