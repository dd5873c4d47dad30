/** Builds the relay: a worker for the engine, and a program for Node, one file each. */
import { buildRelay } from './relayFiles.ts'

await buildRelay()
console.log('dist/relay: worker.js, node.js')
