import { POLICY_KEYS, type PolicyKey } from '../../extension/domain/policy/policyKeys.ts'
import { BROWSERS, type Browser, registryKeys } from './browsers.ts'
import type { Ids } from './ids.ts'
import { installValues } from './registry.ts'
import { writeXml, XML_HEADER, type Xml, xml } from './xml.ts'

/** Intune imports no second template with the same namespace: the one before has to be deleted first. */
const NAMESPACE = 'Podlight.Policies'
const POLICY_DEFINITIONS = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'
export const SCHEMA = {
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  xmlns: POLICY_DEFINITIONS,
  revision: '1.0',
  schemaVersion: '1.0',
}

export const SUPPORTED = 'SUPPORTED_PODLIGHT'
export const ROOT_CATEGORY = 'Podlight'
/** What everything about a browser is named by. Names hold letters, digits and underscores only. */
export const nameOf = (browser: Browser, what: string): string => `${browser}_${what}`
export const INSTALL = 'install'

const string = (id: string): string => `$(string.${id})`

/** Intune wants an explanation of every setting, and refuses one that is supported by what another file defines. */
const policy = (
  browser: Browser,
  what: string,
  more: Readonly<Record<string, string>>,
  inside: readonly Xml[],
): Xml => {
  const name = nameOf(browser, what)
  return xml(
    'policy',
    { name, class: 'Both', displayName: string(name), explainText: string(`${name}_explain`), ...more },
    [xml('parentCategory', { ref: browser }), xml('supportedOn', { ref: SUPPORTED }), ...inside],
  )
}

const value = (one: string | number): Xml =>
  xml('value', {}, [typeof one === 'number' ? xml('decimal', { value: `${one}` }) : xml('string', {}, one)])

/** Without a length, a text of Group Policy ends at 1,023 characters. */
const LONGEST = '16000'

const installPolicy = (browser: Browser, ids: Ids): Xml => {
  const key = registryKeys(browser, ids).install
  const items = Object.entries(installValues(browser, ids)).map(([valueName, one]) =>
    xml('item', { key, valueName }, [value(one)]),
  )
  return policy(browser, INSTALL, { key }, [xml('enabledList', {}, items)])
}

const settingPolicy = (browser: Browser, ids: Ids, name: string, { type }: PolicyKey): Xml => {
  const key = registryKeys(browser, ids).policy
  if (type === 'boolean')
    return policy(browser, name, { key, valueName: name }, [
      xml('enabledValue', {}, [xml('decimal', { value: '1' })]),
      xml('disabledValue', {}, [xml('decimal', { value: '0' })]),
    ])
  const id = nameOf(browser, name)
  const presentation = { presentation: `$(presentation.${id})` }
  if (type === 'text')
    return policy(browser, name, { key, ...presentation }, [
      xml('elements', {}, [xml('text', { id, valueName: name, required: 'true', maxLength: LONGEST })]),
    ])
  const below = `${key}\\${name}`
  const numbered = type === 'list' ? { valuePrefix: '' } : { explicitValue: 'true' }
  return policy(browser, name, { key: below, ...presentation }, [
    xml('elements', {}, [xml('list', { id, key: below, ...numbered })]),
  ])
}

const category = (name: string, parent: string | null): Xml =>
  xml(
    'category',
    { name, displayName: string(name) },
    parent === null ? null : [xml('parentCategory', { ref: parent })],
  )

/** The template for Windows: what can be set for each browser, and which keys of the registry that writes. */
export const admx = (ids: Ids): string => {
  const root = xml('policyDefinitions', SCHEMA, [
    xml('policyNamespaces', {}, [xml('target', { prefix: 'podlight', namespace: NAMESPACE })]),
    xml('resources', { minRequiredRevision: '1.0', fallbackCulture: 'en-US' }),
    xml('supportedOn', {}, [
      xml('definitions', {}, [xml('definition', { name: SUPPORTED, displayName: string(SUPPORTED) })]),
    ]),
    xml('categories', {}, [
      category(ROOT_CATEGORY, null),
      ...BROWSERS.map((browser) => category(browser, ROOT_CATEGORY)),
    ]),
    xml(
      'policies',
      {},
      BROWSERS.flatMap((browser) => [
        installPolicy(browser, ids),
        ...Object.entries(POLICY_KEYS).map(([name, key]) => settingPolicy(browser, ids, name, key)),
      ]),
    ),
  ])
  return `${XML_HEADER}\n${writeXml(root)}\n`
}
