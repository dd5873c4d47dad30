import { podOf } from '../../shared/model/pod.ts'
import { option } from './ownScript.ts'
import { podOfChat } from './podOfChat.ts'

/** The pod of this page: the owner's word, which has to be a pod's id, or else the chat's. */
export const podOfPage = (): string | undefined => {
  const own = option('pod').toLowerCase()
  return podOf(own) === own ? own : podOfChat()
}
