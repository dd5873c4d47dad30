import { MAX_BODY, TIMEOUT } from '../../shared/model/limits.ts'
import { podOfGroup } from '../../shared/model/pod.ts'
import { wholeBody } from '../../shared/polling/body.ts'
import { SCENES } from '../../shared/text/scene.ts'
import { podOfChat } from '../loader/podOfChat.ts'
import { type Document, quickCheck } from '../loader/quickCheck.ts'
import { isOurRelay, verdictsIn } from '../loader/relayAnswer.ts'
import { optionOf } from '../loader/tagOption.ts'
import { FEED } from '../loader/vendorFacts.ts'
import { quoted, warn } from '../options.ts'
import type { RelayAnswer } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { nearest } from './nearest.ts'

// Whoever previews a banner is about to install it: what would go unnoticed until the day it matters is told now.

const OPTIONS: readonly string[] = [
  ...['pod', 'feed', 'chat', 'placement', 'target', 'watch', 'lang', 'theme', 'contact', 'contact-label'],
  ...['mode', 'preview', 'storage', 'events', 'evidence', 'text-sending', 'text-sending-works'],
  ...SCENES.flatMap((scene) => [`text-${scene}`, `text-${scene}-works`]),
]

/** A page is given a moment to build itself, and the loader to ask. */
const MOMENT = 3000

/** Other tools leave attributes on scripts too, so only a slip of the fingers is told. */
const checkNames = (tag: HTMLScriptElement): void => {
  const attributes = tag.getAttributeNames().filter((name) => name.startsWith('data-'))
  const names = [...attributes, ...new URL(tag.src).searchParams.keys()]
  for (const name of OPTIONS)
    if (tag.getAttribute(name) !== null) warn(`${name} does nothing here. Did you mean data-${name}?`)
  for (const name of names.map((one) => one.replace(/^data-/, ''))) {
    if (OPTIONS.includes(name)) continue
    const near = nearest(name, OPTIONS)
    if (near) warn(`There is no option data-${name}. Did you mean data-${near}?`)
    else if (name.startsWith('text-'))
      warn(`data-${name} changes nothing, as there is no such scene. Use ${SCENES.join(', ')}.`)
  }
}

const checkTarget = (tag: HTMLScriptElement): void => {
  const target = optionOf(tag, 'target')
  const isInline = optionOf(tag, 'placement').toLowerCase() === 'inline'
  if (target && !isInline) warn('data-target does nothing without data-placement="inline".')
  else if (target && !document.querySelector(target))
    warn(
      `Nothing on this page matches data-target=${quoted(target)}: the banner stands as if no place were named.`,
    )
}

/** A visitor would never be told anything. */
const checkEvidence = (tag: HTMLScriptElement): void => {
  if (/^contact$/i.test(optionOf(tag, 'evidence')) && !optionOf(tag, 'contact'))
    warn('data-evidence="contact" shows nothing without data-contact.')
}

/** A site would show another pod's news for ever. */
const checkPod = (pod: string): void => {
  const chats = podOfChat()
  if (pod && chats && pod !== chats)
    warn(
      `data-pod says ${pod}, but this page’s chat runs on ${chats}. Leave data-pod out unless you’re sure.`,
    )
}

/** What is wrong with a feed, as the end of a sentence; nothing where it is as it should be. */
const faultOf = async (address: string, pod: string): Promise<string | undefined> => {
  // What the loader has just been answered is in the browser's cache, so mostly nobody is asked once more.
  const reply = await fetch(address, { cache: 'force-cache', redirect: 'manual', credentials: 'omit' }).catch(
    () => undefined,
  )
  if (!reply)
    return 'can’t be read from this page: it is down, this page’s policy blocks it, or it sends no Access-Control-Allow-Origin.'
  if (reply.type === 'opaqueredirect') return 'redirects. Use the address it leads to.'
  if (!reply.ok) return `answers ${reply.status}.`
  let pods: readonly unknown[]
  try {
    const read = JSON.parse((await wholeBody(reply, MAX_BODY)) ?? '') as Document & RelayAnswer
    if (isOurRelay(read)) pods = verdictsIn(read).map((verdict) => verdict?.pod)
    else {
      quickCheck(read, pod)
      pods = (read.components ?? []).map((row) => (row.group || row.components) && podOfGroup(row.name))
    }
  } catch {
    return 'isn’t the summary document of a status page that Podlight knows.'
  }
  const others = [...new Set(pods)].filter(Boolean).join(', ')
  return !pod || pods.includes(pod) ? undefined : `has no ${pod}. It has ${others || 'no pod at all'}.`
}

/** One that hangs is told like any other mistake. */
const inTime = (fault: Promise<string | undefined>): Promise<string | undefined> =>
  Promise.race([fault, new Promise<string>((tell) => setTimeout(() => tell('doesn’t answer.'), TIMEOUT))])

const checkFeed = async (tag: HTMLScriptElement, pod: string): Promise<void> => {
  for (const address of optionOf(tag, 'feed').match(/\S+/g) ?? [FEED]) {
    const { href, protocol } = new URL(address, document.baseURI)
    // What is no web address is told as soon as the judge is there.
    const fault = /^https?:$/.test(protocol) && (await inTime(faultOf(href, pod)))
    const hint = /^\w[\w-]*(\.[\w-]+)+\//.test(address) ? ' Did you forget https://?' : ''
    if (fault) warn(`The feed at ${quoted(href)} ${fault}${hint}`)
  }
}

/** Tells the owner of every mistake that can be seen from here. */
export const checkPreview = (tag: HTMLScriptElement, pod: () => string): void => {
  checkNames(tag)
  setTimeout(
    quietly(undefined, () => {
      checkFeed(tag, pod()).catch(() => undefined)
      checkPod(pod())
      checkTarget(tag)
      checkEvidence(tag)
    }),
    MOMENT,
  )
}
