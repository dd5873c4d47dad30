/** The script element of the page, as far as parts use it: attributes, an address, and events of its own. */
export class FakeTag extends EventTarget {
  readonly src: string
  readonly #attributes: Readonly<Record<string, string>>

  /** `options` are those of the tag, without `data-`; `search` is the query of the script's address. */
  constructor(options: Readonly<Record<string, string>> = {}, search = '') {
    super()
    this.#attributes = options
    this.src = `https://cdn.example/podlight.js${search}`
  }

  getAttributeNames(): readonly string[] {
    return ['src', ...Object.keys(this.#attributes).map((name) => `data-${name}`)]
  }

  getAttribute(name: string): string | null {
    return name.startsWith('data-') ? (this.#attributes[name.replace('data-', '')] ?? null) : null
  }
}
