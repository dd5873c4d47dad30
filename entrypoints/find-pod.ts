import type { UnlistedScriptDefinition } from 'wxt'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readChatKey } from '../shared/vendors/chatKey.ts'
import { chatKey } from '../shared/vendors/kustomer.ts'

/**
 * Runs in a web page, once, when the user asks for its pod. The chat's key is read here and forgotten here: what
 * leaves the page is the pod and the organisation's name.
 */
const findPod: UnlistedScriptDefinition = defineUnlistedScript(() => {
  const { attribute } = chatKey
  // The chat's own script alone: a visitor's comment may hold any other element with such a key.
  const scripts = document.querySelectorAll(`script[${attribute}]`)
  for (const element of scripts) {
    const found = readChatKey(element.getAttribute(attribute) ?? '', chatKey)
    if (found) return { chat: true, pod: found.pod, organisation: found.organisation?.slice(0, 100) ?? null }
  }
  return { chat: scripts.length > 0, pod: null, organisation: null }
})

export default findPod
