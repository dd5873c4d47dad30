/** The sum of a Poisson distribution's first probabilities, up to this count. */
const poissonUpTo = (count: number, mean: number): number => {
  let log = -mean
  let sum = Math.exp(log)
  for (let i = 1; i <= count; i++) {
    log += Math.log(mean / i)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

const meanWhere = (isTooLow: (mean: number) => boolean, most: number): number => {
  let [low, high] = [0, most]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (isTooLow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export type Interval = readonly [from: number, to: number]

/** 95 % for the mean of what was counted: exact (Garwood 1936). */
export const countInterval = (count: number): Interval => {
  const most = count + 20 + 10 * Math.sqrt(count)
  return [
    count === 0 ? 0 : meanWhere((mean) => 1 - poissonUpTo(count - 1, mean) < 0.025, most),
    meanWhere((mean) => poissonUpTo(count, mean) > 0.025, most),
  ]
}

const Z = 1.96

/** 95 % for a share of all (Wilson 1927). */
export const shareInterval = (count: number, of: number): Interval => {
  if (of === 0) return [0, 1]
  const share = count / of
  const middle = share + (Z * Z) / (2 * of)
  const wide = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const all = 1 + (Z * Z) / of
  return [Math.max(0, (middle - wide) / all), Math.min(1, (middle + wide) / all)]
}

/** What this share of values stays at or below; the values are in order. */
export const percentile = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.max(0, Math.ceil(share * values.length) - 1))] ?? Number.NaN

/** 95 % for a percentile, from the places in the order that it may have (binomial, by its normal approximation). */
export const percentileInterval = (values: readonly number[], share: number): Interval => {
  const last = values.length - 1
  const place = share * values.length
  const wide = Z * Math.sqrt(values.length * share * (1 - share))
  const at = (i: number): number => values[Math.min(last, Math.max(0, i))] ?? Number.NaN
  return [at(Math.floor(place - wide) - 1), at(Math.ceil(place + wide) - 1)]
}
