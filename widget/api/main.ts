import { quoted, warn } from '../options.ts'
import { type ApiPart, type Call, isEnded } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { bannerRequests } from './ownerRequests.ts'

type Listener = (detail: unknown) => void

/** Not in our own stack: what a listener throws is the page's own error, and must not end our work. */
const give = (listener: unknown, detail: unknown): void => {
  if (typeof listener === 'function') queueMicrotask(() => listener(detail))
  else warn('This call needs a function to answer to.')
}

/** What pages can call: `podlight(name, ...)`. */
const api: ApiPart = ({ tag, pod, news, refresh }) => {
  const { preview, announce, request } = bannerRequests(tag, pod)
  let listeners: (readonly [event: unknown, listener: Listener])[] = []

  const say = (event: string, detail: unknown): void => {
    for (const [name, listener] of listeners) if (name === event) give(listener, detail)
  }
  addEventListener('podlight:change', () => say('change', news()))
  for (const event of ['show', 'dismiss', 'evidence'])
    tag.addEventListener(`podlight:${event}`, (said) => say(event, (said as CustomEvent).detail))

  const takes: Readonly<Record<string, (first: unknown, second: unknown) => void>> = {
    on: (event, listener) => {
      if (!/^(change|show|dismiss|evidence)$/.test(`${event}`) || typeof listener !== 'function')
        warn('podlight("on", …) takes change, show, dismiss or evidence, and a function.')
      else {
        listeners.push([event, listener as Listener])
        // Whoever asks early and whoever asks late hear the same: what holds, and then every change.
        if (event === 'change' && news().level !== 'unknown') give(listener, news())
      }
    },
    off: (event, listener) => {
      listeners = listeners.filter(([one, other]) => one !== event || (listener && other !== listener))
    },
    status: (listener) => give(listener, news()),
    pod: (listener) => give(listener, pod() || null),
    refresh,
    preview,
    announce,
    destroy: () => {
      listeners = []
      Object.assign((window as { podlight?: object }).podlight ?? {}, { end: 1 })
      // Whatever is under way ends at its next look.
    },
  }

  return {
    request,
    take: quietly(undefined, ([name, first, second]: Call): void => {
      if (isEnded()) return
      const take = Object.hasOwn(takes, `${name}`) ? takes[`${name}`] : undefined
      if (take) take(first, second)
      else warn(`There is no call ${quoted(name)}. Use ${Object.keys(takes).join(', ')}.`)
    }),
  }
}

registerPart(api)
