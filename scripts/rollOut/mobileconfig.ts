import { createHash } from 'node:crypto'
import { isRow } from '../../shared/model/guards.ts'
import { type Browser, PLACES } from './browsers.ts'
import type { FlatPolicy } from './flatPolicy.ts'
import type { Ids } from './ids.ts'
import { installOf } from './install.ts'
import { writeXml, XML_HEADER, type Xml, xml } from './xml.ts'

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'

type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist }

const plist = (value: Plist): Xml => {
  if (typeof value === 'boolean') return xml(value ? 'true' : 'false')
  if (typeof value === 'number') return xml('integer', {}, `${value}`)
  if (typeof value === 'string') return xml('string', {}, value)
  if (isRow(value))
    return xml(
      'dict',
      {},
      Object.entries(value).flatMap(([key, one]) => [xml('key', {}, key), plist(one as Plist)]),
    )
  return xml('array', {}, (value as readonly Plist[]).map(plist))
}

/** An id that the content alone decides: the same profile has the same id, and a changed one another. */
const uuidOf = (content: Plist): string => {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  // Version 8 is for ids that are made in a way of one's own.
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-').toUpperCase()
}

const payload = (
  type: string,
  identifier: string,
  name: string,
  content: Readonly<Record<string, Plist>>,
): Plist => ({
  ...content,
  PayloadDisplayName: name,
  PayloadIdentifier: identifier,
  PayloadType: type,
  PayloadUUID: uuidOf({ type, identifier, content }),
  PayloadVersion: 1,
})

/** Chrome and Edge read the policy of each extension from a preference domain of its own, and Firefox from its own. */
const payloadsOf = (browser: Browser, ids: Ids, policy: FlatPolicy): readonly Plist[] => {
  const { domain, name } = PLACES[browser]
  const id = ids[browser]
  const own = `podlight.${browser}`
  const install = { ExtensionSettings: { [id]: installOf(browser, ids) } }
  const settings = policy as Readonly<Record<string, Plist>>
  if (browser === 'firefox')
    return [
      payload(domain, `${own}.policies`, `Podlight in ${name}`, {
        EnterprisePoliciesEnabled: true,
        ...install,
        '3rdparty': { Extensions: { [id]: settings } },
      }),
    ]
  return [
    payload(domain, `${own}.install`, `Podlight installed in ${name}`, install),
    payload(`${domain}.extensions.${id}`, `${own}.policy`, `Podlight’s policy in ${name}`, settings),
  ]
}

/** A configuration profile for Jamf or another MDM. A newer one replaces it, as its name stays. */
export const mobileconfig = (browser: Browser, ids: Ids, policy: FlatPolicy): string => {
  const content = payloadsOf(browser, ids, policy)
  const { name } = PLACES[browser]
  const profile: Plist = {
    PayloadContent: content,
    PayloadDescription: `Installs Podlight in ${name} and sets what your company decided.`,
    PayloadDisplayName: `Podlight for ${name}`,
    PayloadIdentifier: `podlight.${browser}`,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuidOf(content),
    PayloadVersion: 1,
  }
  return `${XML_HEADER}\n${DOCTYPE}\n${writeXml(xml('plist', { version: '1.0' }, [plist(profile)]))}\n`
}
