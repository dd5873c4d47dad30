/** The time of day as the demo tells it: of the status page, and so the same for everybody. */
export const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
