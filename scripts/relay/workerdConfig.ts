import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const WRANGLER = fileURLToPath(new URL('../../relay/wrangler.jsonc', import.meta.url))

/** What the deployed worker runs with: written once, in the file that deploys it. */
const deployed = (): { readonly date: string; readonly className: string; readonly binding: string } => {
  const text = readFileSync(WRANGLER, 'utf8').replace(/^\s*\/\/.*$/gm, '')
  const { compatibility_date, durable_objects } = JSON.parse(text)
  const [{ name, class_name }] = durable_objects.bindings
  return { date: compatibility_date, className: class_name, binding: name }
}

/** A text as the configuration's language writes it. */
const quoted = (text: string): string => JSON.stringify(text)

export interface WorkerdOptions {
  readonly port: number
  readonly env: Readonly<Record<string, string>>
  /** The folder of the objects' databases, as an absolute path. */
  readonly storage: string
}

/** The configuration for workerd, with what `wrangler` would tell Cloudflare. The code must be beside it, as `worker.js`. */
export const workerdConfig = ({ port, env, storage }: WorkerdOptions): string => {
  const { date, className, binding } = deployed()
  const bindings = [
    `(name = ${quoted(binding)}, durableObjectNamespace = ${quoted(className)})`,
    ...Object.entries(env).map(([name, value]) => `(name = ${quoted(name)}, text = ${quoted(value)})`),
  ]
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "relay", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = ${quoted(date)},
      bindings = [${bindings.join(', ')}],
      durableObjectNamespaces = [(className = ${quoted(className)}, uniqueKey = "podlight-relay", enableSql = true)],
      durableObjectStorage = (localDisk = "storage"),
      globalOutbound = "outside",
    )),
    (name = "outside", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "storage", disk = (path = ${quoted(storage)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "relay")],
);
`
}
