/** The relay on Node at another time than the machine's, as `playedWorker.ts` is under workerd. */
import { startServer } from '../../relay/node/server.ts'
import { parseSettingsOfNode } from '../../relay/node/settings.ts'
import { playedTime } from '../../relay/time.ts'

const { TIME_AT, TIME_SINCE, TIME_SPEED } = process.env
const read = parseSettingsOfNode(process.env)
if (!read.ok) throw new Error(read.wrong.join(' '))
const time = playedTime(Number(TIME_AT), Number(TIME_SINCE), Number(TIME_SPEED))
const server = await startServer(read.settings, read.node, { time })
console.log(`The relay answers at ${server.url}/healthz.`)
process.once('SIGTERM', () => void server.close())
