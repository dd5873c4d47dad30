import { TIMEOUT } from '../../shared/model/limits.ts'
import { WELL } from '../../shared/polling/waits.ts'
import type { Load } from '../protocol.ts'
import { tag } from './ownScript.ts'
import { fileOf } from './partName.ts'

interface Policy {
  createScriptURL(url: string): string
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy
}

let policy: Policy | undefined

const parts: Record<string, Promise<unknown>> = {}

const begin = (hash: string): Promise<unknown> => {
  let timer: ReturnType<typeof setTimeout>
  const part = new Promise((resolve, reject) => {
    // Only now: on a page that does not allow the policy, a pod that is well must leave no report.
    policy ||= (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('podlight', {
      createScriptURL: String,
    })
    const script = document.createElement('script')
    ;(script as { podlight?: unknown }).podlight = resolve
    script.onerror = reject
    // One that neither comes nor fails, or comes and hands nothing over, would hold up every tab of the site.
    timer = setTimeout(reject, TIMEOUT)
    script.crossOrigin = ''
    script.integrity = `sha256-${hash}`
    script.nonce = tag.nonce
    const url = new URL(fileOf(hash), tag.src) as unknown as string
    script.src = policy?.createScriptURL(url) ?? url
    document.head.append(script)
  })
  part.then(
    () => clearTimeout(timer),
    () => setTimeout(() => delete parts[hash], WELL),
  )
  return part
}

/**
 * Loads a part from beside our own script, once; where it cannot be had, anew from a minute later on. Its name begins
 * its hash, and the browser checks it against the whole. The element carries what the part hands itself over to: that
 * needs no second global.
 */
export const loadPart = ((hash) => (parts[hash] ??= begin(hash))) as Load
