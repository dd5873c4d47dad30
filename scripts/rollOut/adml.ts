import { POLICY_KEYS, type PolicyKey, type PolicyType } from '../../extension/domain/policy/policyKeys.ts'
import { INSTALL, nameOf, ROOT_CATEGORY, SCHEMA, SUPPORTED } from './admx.ts'
import { BROWSERS, type Browser, PLACES } from './browsers.ts'
import { writeXml, XML_HEADER, type Xml, xml } from './xml.ts'

const string = (id: string, text: string): Xml => xml('string', { id }, text)

/** What an administrator types into the box, by the kind of value. */
const HOW: Readonly<Record<PolicyType, string>> = {
  boolean: 'Enabled means yes, Disabled means no.',
  text: 'One text.',
  list: 'One a line, in the order that counts.',
  table: 'The name on the left, its text on the right.',
}

const exampleOf = ({ example }: PolicyKey): string => {
  if (typeof example === 'boolean') return example ? 'Enabled' : 'Disabled'
  if (typeof example === 'string') return example
  return Array.isArray(example)
    ? example.join('\n')
    : Object.entries(example)
        .map(([name, text]) => `${name} = ${text}`)
        .join('\n')
}

const explained = (key: PolicyKey): string =>
  [key.about, HOW[key.type], `For example:\n${exampleOf(key)}`].join('\n\n')

const stringsOf = (browser: Browser): readonly Xml[] => [
  string(browser, PLACES[browser].name),
  string(nameOf(browser, INSTALL), `Install Podlight in ${PLACES[browser].name}`),
  string(
    `${nameOf(browser, INSTALL)}_explain`,
    'Enabled installs Podlight for everybody and keeps its icon in the toolbar. People can’t remove it. If your company sets ExtensionSettings as one text already, leave this alone and add Podlight’s entry to that text: where both are set, browsers read only one of them.',
  ),
  ...Object.entries(POLICY_KEYS).flatMap(([name, key]) => [
    string(nameOf(browser, name), key.title),
    string(`${nameOf(browser, name)}_explain`, explained(key)),
  ]),
]

const presentationOf = (id: string, { type, title }: PolicyKey): readonly Xml[] => {
  if (type === 'boolean') return []
  const box =
    type === 'text'
      ? xml('textBox', { refId: id }, [xml('label', {}, title)])
      : xml('listBox', { refId: id }, title)
  return [xml('presentation', { id }, [box])]
}

/** The words of the template in English, the only language that Intune imports. */
export const adml = (): string => {
  const root = xml('policyDefinitionResources', SCHEMA, [
    xml('displayName', {}, 'Podlight'),
    xml('description', {}, 'What a company can set for Podlight in Chrome, Edge and Firefox.'),
    xml('resources', {}, [
      xml('stringTable', {}, [
        string(ROOT_CATEGORY, 'Podlight'),
        string(SUPPORTED, 'Google Chrome 120, Microsoft Edge 120 or Mozilla Firefox 142, and later'),
        ...BROWSERS.flatMap(stringsOf),
      ]),
      xml(
        'presentationTable',
        {},
        BROWSERS.flatMap((browser) =>
          Object.entries(POLICY_KEYS).flatMap(([name, key]) => presentationOf(nameOf(browser, name), key)),
        ),
      ),
    ]),
  ])
  return `${XML_HEADER}\n${writeXml(root)}\n`
}
