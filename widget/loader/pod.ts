import { option } from './self.ts'

/** The pod of this page: the owner's word, or else what the chat's key says. Of the key nothing but the pod leaves. */
export const podOfPage = (): string | undefined => {
  let text = `"pod":"${option('pod')}"`
  try {
    const chat = document.querySelector('[data-kustomer-api-key]') as HTMLElement
    const [, payload] = (chat.dataset['kustomerApiKey'] as string).split('.')
    // The marks that base64 for addresses has of its own never stand for letters of the pod, so any other does as well.
    text += atob((payload as string).replace(/[-_]/g, 'A'))
  } catch {
    // No chat here, or not yet, or a key of another kind.
  }
  return text.match(/"pod":"(prod\d\d?)"/)?.[1]
}
