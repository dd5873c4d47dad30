/** Effects are ranks here, the worst first, as in EFFECTS. No effect at all is less than any. */
export const NONE = 9

/** Said to be well. */
export const FINE = -1
