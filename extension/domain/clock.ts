/** Now, in whole milliseconds since 1970. The build for the browser tests has a clock here that they move by hand. */
export const clock = (): number => Date.now()
