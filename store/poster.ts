import { escaped } from './escaped.ts'
import {
  MARQUEE,
  type Picture,
  SCREENS,
  type ScreenName,
  type Shot,
  type Shots,
  screenshotOf,
  TILE,
} from './pictures.ts'
import { POSTER_STYLE } from './posterStyle.ts'

// The stores' pictures as pages: a screen of the extension on a calm ground, with a line beside it.

/** What pictures are made of, besides the screens: the tokens' style sheet, a typeface, and icons by their names. */
export interface Materials {
  readonly tokens: string
  readonly typeface: string
  readonly icon: (name: string) => string
}

export interface Poster {
  readonly picture: Picture
  readonly scheme: 'light' | 'dark'
  readonly html: string
}

const image = (bytes: Buffer, className = ''): string =>
  `<img class="${className}" src="data:image/png;base64,${bytes.toString('base64')}" alt="">`

const page = ({ tokens, typeface }: Materials, className: string, body: string): string => `<!doctype html>
<meta charset="utf-8">
<style>${tokens}
@font-face { font-family: Inter; src: url(data:font/woff2;base64,${typeface}); font-weight: 100 900 }
${POSTER_STYLE}</style>
<body class="${className}">${body}`

const brand = ({ icon }: Materials): string =>
  `<div class="brand"><span class="mark">${icon('podlight')}</span>Podlight</div>`

const toolbar = ({ icon }: Materials, { toolbar: { level, badge, color } }: Shot): string =>
  `<div class="bar"><span class="field"></span><span class="action">${icon(level)}${
    badge === '' ? '' : `<b style="background: ${color}">${escaped(badge)}</b>`
  }</span><span class="dots"><i></i><i></i><i></i></span></div>`

const notice = ({ icon }: Materials, { notification }: Shot): string =>
  notification === null
    ? ''
    : `<div class="notice"><span class="mark">${icon('podlight')}</span><div><strong>${escaped(
        notification.title,
      )}</strong><p>${escaped(notification.message)}</p></div></div>`

/** Nobody is to take it for news of a company's. */
const EXAMPLE = '<p>Shown with an example report</p>'

const screenshot = (materials: Materials, name: ScreenName, shot: Shot): Poster => {
  const { page: kind, scheme, headline } = SCREENS.find((one) => one.name === name) ?? SCREENS[0]
  const inside =
    kind === 'popup'
      ? `${image(shot.picture, 'popup')}${name === 'over' ? notice(materials, shot) : ''}`
      : image(shot.picture, 'page')
  return {
    picture: screenshotOf(name),
    scheme,
    html: page(
      materials,
      `screenshot ${kind === 'popup' ? 'with-popup' : 'with-page'}`,
      `<div class="side">${brand(materials)}<div><h1>${escaped(headline)}</h1>${kind === 'popup' ? EXAMPLE : ''}</div></div>
<div class="window">${toolbar(materials, shot)}<div class="inside">${inside}</div></div>`,
    ),
  }
}

const LEVELS = ['ok', 'notice', 'maintenance', 'degraded', 'outage'] as const

const levels = ({ icon }: Materials): string =>
  `<div class="levels">${LEVELS.map((level) => `<span>${icon(level)}</span>`).join('')}</div>`

/** All pictures that show what the extension shows. */
export const postersOf = (materials: Materials, shots: Shots): readonly Poster[] => [
  ...SCREENS.map(({ name }) => screenshot(materials, name, shots[name])),
  {
    picture: TILE,
    scheme: 'dark',
    html: page(materials, 'tile', `${brand(materials)}${levels(materials)}`),
  },
  {
    picture: MARQUEE,
    scheme: 'dark',
    html: page(
      materials,
      'marquee',
      `<div class="side">${brand(materials)}<div><h1>${escaped(SCREENS[0].headline)}</h1>${EXAMPLE}</div>${levels(materials)}</div>
<div class="stage">${image(shots.trouble.picture, 'front')}</div>`,
    ),
  },
]
