/** Wraps work that runs in the page's time: whatever the page has broken, it must not hear of it from us. */
export const quietly =
  <A extends unknown[], R>(otherwise: R, work: (...given: A) => R) =>
  (...given: A): R => {
    try {
      return work(...given)
    } catch {
      return otherwise
    }
  }
