/** The relay on Cloudflare Workers. */
import { createUpstreamObject, createWorker } from './cloudflare/createWorker.ts'
import { machineTime } from './time.ts'

export const Upstream = createUpstreamObject(() => machineTime)

export default createWorker(() => machineTime)
