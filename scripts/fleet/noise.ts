/**
 * The busiest of so many equal times, where requests come by pure chance with this mean (Poisson): what is exceeded on
 * every second day. No schedule can do better without knowing of other visitors.
 */
export const busiestByChance = (mean: number, times: number): number => {
  if (mean <= 0) return 0
  let log = -mean
  let below = Math.exp(log)
  let requests = 0
  // Every one of the times stays at or below `requests` with the chance of below^times.
  while (below ** times < 0.5 && requests < mean + 100 + 20 * Math.sqrt(mean)) {
    requests++
    log += Math.log(mean / requests)
    below = Math.min(1, below + Math.exp(log))
  }
  return requests
}

/** Target: the busiest ten seconds are at most this many times the mean of their hour. */
export const TARGET = 1.5

/** The most that ten seconds may hold: the target, and three standard deviations of chance, which are 3 x sqrt(mean). */
export const allowedInTen = (mean: number): number => TARGET * mean + 3 * Math.sqrt(mean)
