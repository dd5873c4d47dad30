import { MINUTE } from '../model/limits.ts'

/** Requests that began and are still to end, by template; those that take longer than this hang. */
export const HANGS = 20_000
/** More than a browser has under way. */
const MOST = 200
/** Whoever has not ended by then was forgotten by the browser, and not by the server. */
const GONE = 5 * MINUTE

export interface Flight {
  readonly key: string
  readonly at: number
  /** It hung, and counted as that. */
  hung: boolean
}

export const createFlights = (kept: readonly Flight[]) => {
  let flights: Flight[] = kept.slice(-MOST).map((flight) => ({ ...flight }))
  return {
    begin(key: string, at: number): void {
      if (flights.length >= MOST) flights.shift()
      flights.push({ key, at, hung: false })
    },
    /** The one that ends: of several with the same template, the one that began when it says. Gives whether it hung. */
    end(key: string, began: number): boolean {
      let found = -1
      for (const [at, flight] of flights.entries())
        if (
          flight.key === key &&
          (found < 0 || Math.abs(flight.at - began) < Math.abs((flights[found]?.at ?? 0) - began))
        )
          found = at
      return found >= 0 && (flights.splice(found, 1)[0]?.hung ?? false)
    },
    /** Those that hang now and did not before. */
    hanging(now: number): readonly string[] {
      if (flights.length > 0 && now - (flights[0]?.at ?? now) > GONE)
        flights = flights.filter(({ at }) => now - at <= GONE)
      const hanging = flights.filter(({ at, hung }) => !hung && now - at >= HANGS)
      for (const flight of hanging) flight.hung = true
      return hanging.map(({ key }) => key)
    },
    clear(): void {
      flights = []
    },
    all: (): readonly Flight[] => flights,
  }
}
