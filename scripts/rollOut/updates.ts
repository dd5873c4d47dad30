import type { Ids } from './ids.ts'
import { crxName, XPI } from './install.ts'
import { writeXml, XML_HEADER, xml } from './xml.ts'

/** What Chrome and Edge ask for every few hours, to see which version a company serves. */
export const chromiumUpdates = (ids: Ids, host: NonNullable<Ids['host']>): string => {
  const check = xml('updatecheck', { codebase: `${host.url}${crxName(host.version)}`, version: host.version })
  // A package that is signed with one key has one id, in both browsers.
  const apps = [...new Set([ids.chrome, ids.edge])].map((appid) => xml('app', { appid }, [check]))
  const root = xml('gupdate', { xmlns: 'http://www.google.com/update2/response', protocol: '2.0' }, apps)
  return `${XML_HEADER}\n${writeXml(root)}\n`
}

/** The same for Firefox. */
export const firefoxUpdates = (ids: Ids, host: NonNullable<Ids['host']>): string => {
  const update = { version: host.version, update_link: `${host.url}${XPI}` }
  return `${JSON.stringify({ addons: { [ids.firefox]: { updates: [update] } } }, null, 2)}\n`
}
