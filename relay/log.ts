/** What is logged: changes, failures and notices, but nothing about readers. */
export type LogEvent =
  | { readonly event: 'changed'; readonly pod: string; readonly level: string; readonly number: number }
  | { readonly event: 'document'; readonly host: string; readonly characters: number }
  | { readonly event: 'failing'; readonly reason: string; readonly detail: string; readonly failures: number }
  | { readonly event: 'recovered'; readonly host: string; readonly failures: number }
  | { readonly event: 'hook'; readonly from: string; readonly outcome: string }
  | { readonly event: 'error'; readonly where: string; readonly message: string }

export type Log = (event: LogEvent) => void

/** Writes each event as a line of JSON. */
export const jsonLog: Log = (event) =>
  console.log(JSON.stringify({ ...event, time: new Date().toISOString() }))

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
