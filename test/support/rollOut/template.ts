import { DOMParser, type Element } from '@xmldom/xmldom'
import { type Key, keyAt, newKey, setValue } from './regFile.ts'

// A template for Windows as Group Policy uses it: what can be set, in which words, and what that writes.

/** A document of one root element. Whatever isn’t quite right is an error. */
export const parseXml = (text: string): Element => {
  const onError = (level: string, message: string): void => {
    throw new Error(`${level}: ${message}`)
  }
  const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'text/xml')
  if (!documentElement) throw new Error('There is no element.')
  return documentElement
}

/** The elements directly in another, by name or all. */
export const children = (element: Element, name?: string): readonly Element[] =>
  Array.from(element.childNodes)
    .filter((node): node is Element => node.nodeType === 1)
    .filter((node) => name === undefined || node.tagName === name)

/** The elements at a path of names. */
export const allAt = (element: Element, ...path: readonly string[]): readonly Element[] =>
  path.reduce<readonly Element[]>((found, name) => found.flatMap((one) => children(one, name)), [element])

export const attribute = (element: Element, name: string): string => {
  const value = element.getAttribute(name)
  if (value === null) throw new Error(`<${element.tagName}> has no ${name}.`)
  return value
}

/** What an administrator sets in the editor: on, off, a text, lines, or names with texts. */
export type Setting = boolean | string | readonly string[] | Readonly<Record<string, string>>

const HIVE = 'HKEY_LOCAL_MACHINE'

const writeValue = (root: Key, path: string, name: string, holder: Element): void => {
  const [decimal] = children(holder, 'decimal')
  const [string] = children(holder, 'string')
  if (decimal) setValue(keyAt(root, path), name, Number(attribute(decimal, 'value')))
  else if (string) setValue(keyAt(root, path), name, string.textContent ?? '')
  else throw new Error('A value of no kind.')
}

const writeList = (root: Key, path: string, list: Element, setting: Setting): void => {
  const isNamed = list.getAttribute('explicitValue') === 'true'
  if (isNamed === Array.isArray(setting))
    throw new Error('Names where there are none, or none where there are.')
  const prefix = list.getAttribute('valuePrefix') ?? ''
  const rows = Array.isArray(setting)
    ? setting.map((one, i) => [`${prefix}${i + 1}`, one] as const)
    : Object.entries(setting as Readonly<Record<string, string>>)
  for (const [name, one] of rows) setValue(keyAt(root, path), name, one)
}

const enable = (root: Key, policy: Element, path: string, setting: Setting): void => {
  for (const item of allAt(policy, 'enabledList', 'item'))
    for (const value of children(item, 'value'))
      writeValue(root, `${HIVE}\\${attribute(item, 'key')}`, attribute(item, 'valueName'), value)
  for (const value of children(policy, 'enabledValue'))
    writeValue(root, path, attribute(policy, 'valueName'), value)
  for (const text of allAt(policy, 'elements', 'text')) {
    if (typeof setting !== 'string' || setting.length > Number(text.getAttribute('maxLength') ?? 1023))
      throw new Error('A text that doesn’t go in.')
    setValue(keyAt(root, path), attribute(text, 'valueName'), setting)
  }
  for (const list of allAt(policy, 'elements', 'list'))
    writeList(root, `${HIVE}\\${attribute(list, 'key')}`, list, setting)
}

/** What the computers’ registry holds when these policies are set. */
export const applied = (admx: Element, settings: Readonly<Record<string, Setting>>): Key => {
  const root = newKey()
  for (const policy of allAt(admx, 'policies', 'policy')) {
    const setting = settings[attribute(policy, 'name')]
    if (setting === undefined) continue
    const path = `${HIVE}\\${attribute(policy, 'key')}`
    if (setting !== false) enable(root, policy, path, setting)
    else
      for (const value of children(policy, 'disabledValue'))
        writeValue(root, path, attribute(policy, 'valueName'), value)
  }
  return root
}
