// The least that a worker can do: what an answer costs in this runtime before anybody thinks about it.
import { DurableObject } from 'cloudflare:workers'

export class Upstream extends DurableObject {}

const headers = { 'content-type': 'application/json; charset=utf-8' }

export default { fetch: () => new Response('{"podlight":1}', { headers }) }
