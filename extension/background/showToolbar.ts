import type { Level } from '../../shared/model/verdict.ts'
import { BADGE_TEXT } from '../../shared/text/colors.ts'
import { PACKED_SIZES } from '../domain/iconSizes.ts'
import type { ToolbarState } from '../domain/toolbarState.ts'
import { drawIcon } from './drawIcon.ts'
import { ringedPicture } from './drawRing.ts'

/** What a toolbar takes for an icon: files of the package by their size, one file of any size, or pixels. */
export type Icon =
  | { readonly path: string | Record<string, string> }
  | { readonly imageData: Record<string, ImageData> }
export type IconOf = (level: Level, isRinged?: true) => Icon | Promise<Icon>

/** Firefox's toolbar takes the drawing itself, but for a ring, which is drawn round it. */
export const svgIcon = async (level: Level, isRinged?: true): Promise<Icon> => {
  const path = `/icons/${level}.svg`
  return isRinged ? { imageData: await ringedPicture(path) } : { path }
}

/** Others take pixels only. Pictures of all levels would be a tenth of the package, so they are drawn. */
export const drawnIcon =
  (draw: (level: Level, isRinged?: boolean) => Readonly<Record<string, ImageData>> = drawIcon): IconOf =>
  (level, isRinged) => ({ imageData: draw(level, isRinged) })

/** The icon to fall back on, which claims nothing. */
export const PACKED_ICON: Icon = {
  path: Object.fromEntries(PACKED_SIZES.map((size) => [size, `/icons/unknown-${size}.png`])),
}

/** The part of the browser's own API. */
export interface Action {
  setIcon(icon: Icon): Promise<unknown>
  setBadgeText(details: { text: string }): Promise<unknown>
  setBadgeBackgroundColor(details: { color: string }): Promise<unknown>
  setBadgeTextColor(details: { color: string }): Promise<unknown>
  setTitle(details: { title: string }): Promise<unknown>
}

/** Puts on the toolbar what is to be seen there. */
export const createShow = (action: Action, iconOf: IconOf, fallback: Icon | Promise<Icon> = PACKED_ICON) => {
  const setIcon = async (level: Level, isRinged?: true): Promise<void> => {
    try {
      await action.setIcon(await iconOf(level, isRinged))
    } catch {
      // An old icon would be taken for today's; badge and title tell the rest.
      await action.setIcon(await fallback)
    }
  }
  return async ({ icon, text, color, title, isRinged }: ToolbarState): Promise<void> => {
    await Promise.all([
      setIcon(icon, isRinged).catch(() => undefined),
      action.setBadgeText({ text }),
      action.setBadgeBackgroundColor({ color }),
      action.setBadgeTextColor({ color: BADGE_TEXT }),
      action.setTitle({ title }),
    ])
  }
}
