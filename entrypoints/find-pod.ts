import type { UnlistedScriptDefinition } from 'wxt'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readChatKey } from '../shared/vendors/chatKey.ts'
import { kustomer } from '../shared/vendors/kustomer.ts'

/**
 * Runs in a web page, once, when the user asks for its pod. The chat's key is read here and forgotten here: what
 * leaves the page is the pod and the organisation's name.
 */
const findPod: UnlistedScriptDefinition = defineUnlistedScript(() => {
  const { attribute } = kustomer.chatKey
  for (const element of document.querySelectorAll(`script[${attribute}]`)) {
    const found = readChatKey(element.getAttribute(attribute) ?? '', kustomer.chatKey)
    if (found) return { chat: true, pod: found.pod, organisation: found.organisation?.slice(0, 100) ?? null }
  }
  return { chat: document.querySelector(`[${attribute}]`) !== null, pod: null, organisation: null }
})

export default findPod
