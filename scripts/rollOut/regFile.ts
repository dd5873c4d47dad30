import type { RegistryKey } from './registry.ts'

const HEADER = 'Windows Registry Editor Version 5.00'
const HIVE = 'HKEY_LOCAL_MACHINE'

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** UTF-16, as Windows has it. */
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')

/** A text with a line break in it would end its line, so it is written in bytes, as the registry editor does. */
const written = (value: string | number): string => {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`
  return /[\u0000-\u001F\u007F]/.test(value) ? `hex(1):${hex(utf16(`${value}\0`))}` : quoted(value)
}

const bytesOf = (lines: readonly string[]): Uint8Array =>
  utf16([`\uFEFF${HEADER}`, '', ...lines].join('\r\n'))

/** A file for the registry editor that sets these keys for the whole computer. */
export const regFile = (keys: readonly RegistryKey[]): Uint8Array =>
  bytesOf(
    keys.flatMap(({ path, values }) => [
      `[${HIVE}\\${path}]`,
      ...Object.entries(values).map(([name, value]) => `${quoted(name)}=${written(value)}`),
      '',
    ]),
  )

/** A file that removes keys, with all that is below them. */
export const undoFile = (paths: readonly string[]): Uint8Array =>
  bytesOf(paths.flatMap((path) => [`[-${HIVE}\\${path}]`, '']))
