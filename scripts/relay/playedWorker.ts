/**
 * The relay's worker at another time than the machine's, for demo and tests: the real schedule, and nothing of it
 * shortened, while an hour of it passes in a minute.
 */
import { createUpstreamObject, createWorker, type Env } from '../../relay/cloudflare/createWorker.ts'
import { playedTime, type Time } from '../../relay/time.ts'

const timeOf = ({ TIME_AT, TIME_SINCE, TIME_SPEED }: Env): Time =>
  playedTime(Number(TIME_AT), Number(TIME_SINCE), Number(TIME_SPEED))

export const Upstream = createUpstreamObject(timeOf)

export default createWorker(timeOf)
