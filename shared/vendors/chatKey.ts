import { isRow, textOf } from '../model/guards.ts'
import { podOf } from '../model/pod.ts'
import type { Pod } from '../model/verdict.ts'
import type { Vendor } from './vendor.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding, to UTF-8 text; null where it is none. By hand, as the core has no `atob`. */
const decode = (text: string): string | null => {
  let bits = 0
  let held = 0
  let escaped = ''
  for (const letter of text.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_')) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    escaped += `%${((bits >> held) & 0xff).toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}

const LONGEST_KEY = 8000

/**
 * What a site's chat key tells about its pod. The key is a JWT whose payload anyone can read; it is read here and
 * forgotten: only pod and organisation leave. Older keys name no pod.
 */
export const readChatKey = (
  key: string,
  { podClaim, organisationClaim }: Vendor['chatKey'],
): { pod: Pod | null; organisation: string | null } | null => {
  const payload = key.length > LONGEST_KEY ? undefined : key.trim().split('.')[1]
  const text = payload === undefined ? null : decode(payload)
  if (text === null) return null
  try {
    const claims: unknown = JSON.parse(text)
    if (!isRow(claims)) return null
    return { pod: podOf(textOf(claims[podClaim]) ?? ''), organisation: textOf(claims[organisationClaim]) }
  } catch {
    return null
  }
}
