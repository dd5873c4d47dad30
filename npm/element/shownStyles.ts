const sheetOf = (root: ShadowRoot, rule: string): CSSStyleSheet => {
  const view = root.ownerDocument.defaultView as (Window & typeof globalThis) | null
  const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)()
  sheet.replaceSync(rule)
  return sheet
}

/**
 * Lets the element stand in the page's flow like a paragraph, and take no room at all while it has nothing to say. By
 * its own rules and not by its attributes: those are the owner's.
 */
export const setShown = (root: ShadowRoot, isShown: boolean): void => {
  const display = isShown ? ':host{display:block}:host([hidden]){display:none}' : ':host{display:none}'
  try {
    root.adoptedStyleSheets = [sheetOf(root, display)]
  } catch {
    // Safari before 16.4. With nothing in it, it has no height there either.
  }
}
