/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 3_600_000

interface Job {
  due: number
  readonly order: number
  readonly pauses: boolean
  readonly run: () => void
}

/** Lets every promise that can settle do so. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export interface World {
  /** What time it really is, since the beginning. */
  now(): number
  /** What the machine's clock says. */
  readonly clock: () => number
  /** Sets the machine's clock. */
  shift(by: number): void
  /** Runs something after a real while; `pauses`: the while does not run while the machine sleeps. */
  after(wait: number, run: () => void, pauses?: boolean): () => void
  /** The machine sleeps; timers either stand still meanwhile, or fire all at once at the end. */
  sleep(length: number, pausing: boolean): void
  /** Plays until then. `each` is called after everything that happens. */
  play(until: number, each: () => void): Promise<void>
}

/** A world with a real time and a clock that may be wrong. Nothing in it takes time to play. */
export const world = (epoch = Date.UTC(2026, 0, 5, 9)): World => {
  let real = 0
  let offset = 0
  let order = 0
  const jobs = new Set<Job>()

  const next = (): Job | undefined => {
    let first: Job | undefined
    for (const job of jobs) {
      if (!first || job.due < first.due || (job.due === first.due && job.order < first.order)) first = job
    }
    return first
  }

  return {
    now: () => real,
    clock: () => epoch + real + offset,
    shift(by) {
      offset += by
    },
    after(wait, run, pauses = false) {
      const job = { due: real + Math.max(0, Math.ceil(wait)), order: order++, pauses, run }
      jobs.add(job)
      return () => jobs.delete(job)
    },
    sleep(length, pausing) {
      real += Math.round(length)
      if (!pausing) return
      for (const job of jobs) if (job.pauses) job.due += Math.round(length)
    },
    async play(until, each) {
      for (let job = next(); job && job.due <= until; job = next()) {
        jobs.delete(job)
        // What was due in a sleep happens after it.
        real = Math.max(real, job.due)
        job.run()
        await settled()
        each()
      }
      real = Math.max(real, until)
    },
  }
}

/** The most requests in any hour, both its ends included. */
export const mostInAnHour = (requests: readonly number[], hour = HOUR): number => {
  let most = 0
  let first = 0
  requests.forEach((asked, last) => {
    while (asked - (requests[first] ?? asked) > hour) first += 1
    most = Math.max(most, last - first + 1)
  })
  return most
}
