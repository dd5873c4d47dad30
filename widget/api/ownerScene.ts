import { EFFECTS, type Effect } from '../../shared/model/verdict.ts'
import { SCENES, type Scene } from '../../shared/text/scene.ts'
import { quoted, warn } from '../options.ts'
import type { BannerRequest, Kind } from '../protocol.ts'
import { nearest } from './nearest.ts'

/** The scene that an owner names, in whatever case; else a word to them. */
export const sceneNamed = (name: unknown): Scene | undefined => {
  const word = typeof name === 'string' ? name.toLowerCase() : ''
  const scene = SCENES.find((one) => one === word)
  if (scene) return scene
  const near = nearest(word, SCENES)
  warn(`There is no scene ${quoted(name)}. ${near ? `Did you mean ${near}?` : `Use ${SCENES.join(', ')}.`}`)
  return undefined
}

/** How bad the owner's word is, against news: what is worse goes first. An example goes before everything. */
const effectOf = (kind: Kind, scene: Scene): Effect =>
  kind === 'example' ? 'down' : (EFFECTS.find((effect) => scene.endsWith(effect)) ?? 'notice')

/**
 * Tells one word of the owner's from another, for those who closed it: by the hour it ends, as pages may reckon that
 * anew each time; without an end it may be shown again another day. An example that was closed may be asked for again.
 */
const spanOf = (until: number | null): string =>
  new Date(until ?? Date.now()).toISOString().slice(0, until ? 13 : 10)

/** What an owner wants shown. */
export const requestOf = (kind: Kind, scene: Scene, until: number | null = null): BannerRequest => ({
  kind,
  scene,
  trouble: `${kind} ${scene} ${kind === 'example' ? Date.now() : spanOf(until)}`,
  effect: effectOf(kind, scene),
  since: null,
  until,
  at: Date.now(),
})
