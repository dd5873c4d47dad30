import { parseArgs } from 'node:util'

export const HELP = `npm run relay: the relay on this computer, in the runtime that Cloudflare uses.

npm run relay -- [options]
  --port N          the port to answer on; any that is free without it
  --upstream URL    the address of a summary document; twice for a fail-over; the vendor's page without it
  --storage FOLDER  keeps what is known over restarts; without it, a restart begins anew
  --node            runs it on Node instead
  --help            shows this

Secrets for hooks and other settings come from the environment: see docs/relay.md.
`

export interface RelayArguments {
  readonly port: number
  readonly upstream: readonly string[]
  readonly storage: string | undefined
  readonly onNode: boolean
  readonly help: boolean
}

/** Reads what people type; throws an error whose message says what to do. */
export const readArguments = (args: readonly string[]): RelayArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      upstream: { type: 'string', multiple: true },
      storage: { type: 'string' },
      node: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`)
  return {
    port,
    upstream: values.upstream ?? [],
    storage: values.storage,
    onNode: values.node === true,
    help: values.help === true,
  }
}
