import { parseArgs } from 'node:util'

export interface Arguments {
  readonly isLive: boolean
  readonly hasRelay: boolean
  /** 0 takes any port that is free. */
  readonly port: number
  readonly opens: boolean
  readonly help: boolean
}

export const HELP = `npm start: Podlight at work, on this computer alone: a shop, an agent's browser and five real incidents.

npm start -- [options]
  --live       what the vendor's status page says now, instead of what is recorded
  --relay      shop and extension ask a relay, in the runtime it is made for, and the relay asks the page
  --port N     the port of the demo; any that is free without it
  --no-open    opens no browser, and says what to open
  --help       shows this
`

export class ArgumentError extends Error {}

/** Reads what people type; throws an ArgumentError whose message says what to do. */
export const readArguments = (args: readonly string[]): Arguments => {
  let values: { live?: boolean; relay?: boolean; port?: string; 'no-open'?: boolean; help?: boolean }
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: {
        live: { type: 'boolean' },
        relay: { type: 'boolean' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }))
  } catch (cause) {
    throw new ArgumentError(
      `${cause instanceof Error ? cause.message.split('. ')[0] : cause}. --help shows what there is.`,
    )
  }
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ArgumentError(`--port takes a number from 1 to 65535, not "${values.port}".`)
  if (values.live && values.relay)
    throw new ArgumentError(
      '--live and --relay do not go together: the relay plays along with what is recorded.',
    )
  return {
    isLive: values.live === true,
    hasRelay: values.relay === true,
    port,
    opens: values['no-open'] !== true,
    help: values.help === true,
  }
}
