/** A key of the registry with what is in it and below it. Names are kept as they were written. */
export interface Key {
  readonly values: Map<string, string | number>
  readonly keys: Map<string, Key>
}

export const newKey = (): Key => ({ values: new Map(), keys: new Map() })

/** Capitals don’t matter to the registry. */
const found = <T>(map: Map<string, T>, name: string): string =>
  [...map.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name

export const setValue = (key: Key, name: string, value: string | number): void => {
  key.values.set(found(key.values, name), value)
}

/** A key by its path; it is made where there is none, as the registry editor does. */
export const keyAt = (root: Key, path: string): Key => {
  let key = root
  for (const part of path.split('\\')) {
    const name = found(key.keys, part)
    const next = key.keys.get(name) ?? newKey()
    key.keys.set(name, next)
    key = next
  }
  return key
}

const removeKey = (root: Key, path: string): void => {
  const parts = path.split('\\')
  const last = parts.pop() ?? ''
  const parent = parts.length === 0 ? root : keyAt(root, parts.join('\\'))
  parent.keys.delete(found(parent.keys, last))
}

const linesOf = (bytes: Uint8Array): readonly string[] => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) throw new Error('It doesn’t begin with the mark of UTF-16.')
  const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(2))
  const [header, ...lines] = text.split('\r\n')
  if (header !== 'Windows Registry Editor Version 5.00') throw new Error(`It begins with “${header}”.`)
  return lines
}

const KEY = /^\[(-?)(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/
const VALUE = /^"((?:[^"\\]|\\["\\])+)"=(.*)$/s
const TEXT = /^"((?:[^"\\]|\\["\\])*)"$/s

const unquoted = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1')

const readValue = (written: string): string | number => {
  const [, text] = TEXT.exec(written) ?? []
  if (text !== undefined) {
    if (/[\r\n\0]/.test(text)) throw new Error('A text with a line break isn’t in bytes.')
    return unquoted(text)
  }
  const [, dword] = /^dword:([\da-f]{8})$/.exec(written) ?? []
  if (dword !== undefined) return Number.parseInt(dword, 16)
  const [, bytes] = /^hex\(1\):((?:[\da-f]{2},)*[\da-f]{2})$/.exec(written) ?? []
  if (bytes === undefined) throw new Error(`No value: ${written}`)
  const decoded = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le')
  if (!decoded.endsWith('\0')) throw new Error('A text in bytes has no end.')
  return decoded.slice(0, -1)
}

/**
 * Reads a file of the registry editor as Microsoft describes it, into the registry as it is then. Whatever isn’t quite
 * right is an error.
 */
export const importReg = (bytes: Uint8Array, root: Key = newKey()): Key => {
  let key: Key | null = null
  for (const line of linesOf(bytes)) {
    const [, minus, path] = KEY.exec(line) ?? []
    const [, name, value] = VALUE.exec(line) ?? []
    if (path !== undefined && minus === '-') {
      removeKey(root, path)
      key = null
    } else if (path !== undefined) key = keyAt(root, path)
    else if (name !== undefined && value !== undefined && key) setValue(key, unquoted(name), readValue(value))
    else if (line !== '') throw new Error(`Not understood: ${line}`)
  }
  return root
}
