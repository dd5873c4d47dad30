declare const __PACE__: number

/** Now, in whole milliseconds since 1970. The browser tests build this to run faster; what is shipped does not. */
export const clock = (): number => Math.floor(Date.now() * __PACE__)

/** The browser's own time for one of ours, for its alarms. */
export const browserTime = (at: number): number => at / __PACE__
