/** How many times faster than the world the extension lives that browser tests drive. */
export const PACE = 60
