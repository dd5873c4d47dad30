import type { Scene } from '../../shared/text/scene.ts'
import { epochOf } from '../../shared/text/time.ts'
import { chosen, warn } from '../options.ts'
import type { BannerRequest } from '../protocol.ts'
import { checkPreview } from './checkPreview.ts'
import { requestOf, sceneNamed } from './ownerScene.ts'

/** Beyond the range of dates there is nothing to tell. */
const FARTHEST = 8.64e15

const timeOf = (end: unknown): number | null => {
  if (end instanceof Date) return end.getTime()
  if (typeof end === 'number') return Math.abs(end) < FARTHEST ? end : null
  if (typeof end !== 'string') return null
  // A day alone lasts until it is over where the visitor is.
  return epochOf(/^\d{4}-\d\d-\d\d$/.test(end) ? `${end}T23:59:59` : end)
}

/** What the owner wants shown: an example before the own word. */
export const bannerRequests = (tag: HTMLScriptElement, pod: () => string) => {
  let example: BannerRequest | null = null
  let own: BannerRequest | null = null
  let isChecked = false

  const preview = (name: unknown): void => {
    if (name && !isChecked) checkPreview(tag, pod)
    isChecked ||= !!name
    const scene = name ? sceneNamed(name) : undefined
    if (scene) example = requestOf('example', scene)
    else if (!name) example = null
  }

  const announceUntil = (scene: Scene, until: number | null): void => {
    if (until === null || until > Date.now()) own = requestOf('own', scene, until)
    else warn(`Your announcement isn’t showing: it ended ${new Date(until).toUTCString()}.`)
  }

  const announce = (name: unknown, end: unknown): void => {
    const scene = name ? sceneNamed(name) : undefined
    const until = timeOf(end)
    if (!name) own = null
    else if (!scene) return
    else if (until) announceUntil(scene, until)
    else warn('An announcement needs an end that is a time: podlight("announce", scene, until).')
  }

  const [order = '', scene = '', ...rest] = chosen(
    tag,
    'mode',
    'auto, off, preview:SCENE or announce:SCENE',
    '',
    /^\s*(auto|off|preview:.+|announce:.+)$/i,
  )
    .split(':')
    .map((part) => part.trim())
  // A preview has no end.
  if (/^preview$/i.test(order)) preview(scene.split('@')[0])
  if (/^announce$/i.test(order)) {
    // "announce:SCENE@END"; without an end it stands as long as the tag says so.
    const [name, ...end] = [scene, ...rest].join(':').split('@')
    const found = sceneNamed(name)
    const until = timeOf(end[0])
    if (end[0] !== undefined && until === null)
      warn('data-mode has an end that is no time: write announce:SCENE@2030-01-31T18:00:00Z.')
    else if (found) announceUntil(found, until)
  }
  const address = new URLSearchParams(location.search).get('podlight-preview')
  if (chosen(tag, 'preview', 'allow', '') && address) preview(address)

  return {
    preview,
    announce,
    request: (): BannerRequest | null => {
      if (own?.until && own.until <= Date.now()) own = null
      return example ?? own
    },
  }
}
