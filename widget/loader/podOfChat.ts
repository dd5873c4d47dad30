import { podOf } from '../../shared/model/pod.ts'
import { KEY_ATTRIBUTE, POD_CLAIM } from './vendorFacts.ts'

/** What the key of the page's chat says. Of the key nothing but the pod leaves. */
export const podOfChat = (): string | undefined => {
  try {
    // The chat's own script alone: a visitor's comment may hold any other element with such a key.
    const chat = document.querySelector(`script[${KEY_ATTRIBUTE}]`) as Element
    const [, payload] = (chat.getAttribute(KEY_ATTRIBUTE) as string).split('.')
    const claims = atob((payload as string).replace(/-/g, '+').replace(/_/g, '/'))
    // Not parsed, as pages have been seen to patch JSON.
    const [, pod] = claims.match(`"${POD_CLAIM}":"([^"]*)"`) as RegExpMatchArray
    return podOf(pod as string) ?? undefined
  } catch {
    // No chat here, or not yet, or a key of another kind.
    return undefined
  }
}
