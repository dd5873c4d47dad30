import { createHash } from 'node:crypto'
import { filesOf, MANIFEST, type Manifest, readManifest } from '../embed/manifest.ts'

/** The few things used of a `fetch`. */
type Fetch = (url: string, init: { readonly headers: Readonly<Record<string, string>> }) => Promise<Response>

/** Some other site, which browsers name when they ask for a file whose hash they are to check. */
const FROM = { origin: 'https://shop.example', 'accept-encoding': 'br, gzip' }

const HOUR = 3600
const MONTH = 30 * 24 * HOUR

/** How long an answer may be kept, in seconds; no number where nobody says. Networks in between go by `s-maxage`. */
const maxAge = (headers: Headers): number => {
  const told = headers.get('cache-control') ?? ''
  if (/no-cache|no-store/.test(told)) return 0
  const ages = [...told.matchAll(/(?:s-maxage|max-age)=(\d+)/g)].map(([, seconds]) => Number(seconds))
  return ages.length > 0 ? Math.max(...ages) : Number.NaN
}

const hashOf = (body: Buffer, like: string): string => {
  const [algorithm = ''] = like.split('-')
  return `${algorithm}-${createHash(algorithm).update(body).digest('base64')}`
}

/** What is wrong with an answer's headers, for any file. */
const headerFaults = ({ headers }: Response, isLasting: boolean): readonly string[] => {
  const age = maxAge(headers)
  const allows = headers.get('access-control-allow-origin')
  return [
    ...(allows === '*' || allows === FROM.origin
      ? []
      : ['isn’t allowed to be read by other sites: send Access-Control-Allow-Origin: *.']),
    ...(/same-/.test(headers.get('cross-origin-resource-policy') ?? '')
      ? ['isn’t allowed to be used by other sites: send Cross-Origin-Resource-Policy: cross-origin, or none.']
      : []),
    ...(isLasting && !(age >= MONTH)
      ? ['is asked for again and again: send Cache-Control: public, max-age=31536000, immutable.']
      : []),
    ...(!isLasting && !(age <= HOUR)
      ? ['is kept too long, so updates don’t arrive: send Cache-Control: public, max-age=300.']
      : []),
  ]
}

const scriptFaults = ({ headers }: Response): readonly string[] => [
  ...(/javascript/.test(headers.get('content-type') ?? '')
    ? []
    : ['isn’t sent as a script: send Content-Type: text/javascript.']),
  ...(headers.get('content-encoding')
    ? []
    : ['isn’t compressed: visitors load three times as much as they need.']),
]

/**
 * What is wrong with the files as they are served from a folder, a sentence each. The lists of earlier releases name
 * files that must still be there.
 */
export const checkHosting = async (
  folder: string,
  fetch: Fetch,
  earlier: readonly Manifest[] = [],
): Promise<readonly string[]> => {
  const base = new URL(folder.endsWith('/') ? folder : `${folder}/`)
  const ask = (file: string): Promise<Response> => fetch(`${new URL(file, base)}`, { headers: FROM })

  const list = await ask(MANIFEST)
  if (!list.ok) return [`${MANIFEST} answers with ${list.status}: name the folder that the files are in.`]
  const manifest = await list
    .text()
    .then(readManifest)
    .catch(() => null)
  if (!manifest) return [`${MANIFEST} isn’t a list of Podlight’s files.`]

  const faultsOf = async (
    { version }: Manifest,
    file: string,
    hash: string,
    isLasting: boolean,
  ): Promise<readonly string[]> => {
    const reply = await ask(file)
    if (!reply.ok) return [`answers with ${reply.status}: upload it, as ${version} loads it.`]
    const body = Buffer.from(await reply.arrayBuffer())
    const isSame = hashOf(body, hash) === hash
    return [
      ...(isSame ? [] : [`isn’t the file that ${MANIFEST} names: a page that checks it runs nothing.`]),
      ...headerFaults(reply, isLasting),
      ...scriptFaults(reply),
    ]
  }
  const faults = headerFaults(list, false).map((fault) => `${MANIFEST} ${fault}`)
  const known = new Set<string>()
  for (const one of [manifest, ...earlier])
    for (const file of filesOf(one)) {
      // What the evergreen script of an earlier release was, it is no more.
      const isLasting = file !== one.evergreen
      const { integrity } = one.parts.find((part) => part.file === file) ?? one
      const key = isLasting ? `${file} ${integrity}` : file
      if (known.has(key)) continue
      known.add(key)
      faults.push(...(await faultsOf(one, file, integrity, isLasting)).map((fault) => `${file} ${fault}`))
    }
  // Some servers answer everything with their front page, and some keep an error for a year.
  const missing = await ask('podlight-missing0.js')
  if (missing.ok)
    faults.push('A file that isn’t there is answered with another one: let the server answer with 404.')
  else if (maxAge(missing.headers) > HOUR)
    faults.push('An error is kept too long: a part that is missing for a minute stays missing.')
  return faults
}
