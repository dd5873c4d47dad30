const masked = (text: string): string => text.replace(/[^789]/g, '.')

/** Rewrites what is set aside, already known, another's, denied or left out: `=` makes its clause a good word. */
export const settledLine = (line: string): string =>
  line
    .replace(/~.*/, '')
    // Causes and times are not hit.
    .replace(/z[^,!:]*/g, (aside) => `!${masked(aside)}`)
    // "This issue" is the one already spoken of.
    .replace(/d.?3/g, masked)
    // "Our SMS carrier has an outage": theirs, until the words come back to us.
    .replace(/[^,:&!>-Z]*[>-Z]?o[^,:&!lh]*/g, masked)
    .replace(/[sj]([^,:&!zl]{0,6}?)([0-3h])/g, '=$1')
    // Nobody can: that is down.
    .replace(/s/g, '0')
    .replace(/n([tufdp]*)([^tufdp])/g, (all, _, next: string) =>
      /[0-3h]/.test(next)
        ? '='
        : /[k.]/.test(next)
          ? '1'
          : /[?@I]/.test(next)
            ? `1${next}`
            : /[>-Z789]/.test(next)
              ? `x${next}`
              : all,
    )
    // "All channels except voice are slow": the predicate is that of the list before.
    .replace(/x([^:!0-3]*)([0-3]?)/g, '$2!=$1')
