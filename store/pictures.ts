/** A page of the extension in a state, as it is photographed. */
export interface Screen {
  readonly name: string
  readonly page: 'popup' | 'options' | 'welcome'
  readonly scheme: 'light' | 'dark'
  /** How many pixels of the picture each of the screen's takes. */
  readonly scale: number
  /** The one line beside it. */
  readonly headline: string
  /** For who does not see it; Firefox's store asks for it. */
  readonly caption: string
}

/** In the order in which a store shows them. */
export const SCREENS = [
  {
    name: 'trouble',
    page: 'popup',
    scheme: 'light',
    scale: 1.12,
    headline: 'Know what’s wrong, and what to say',
    caption: 'The popup while sending files in chat has errors on Prod2, with a reply to copy for customers.',
  },
  {
    name: 'why',
    page: 'popup',
    scheme: 'dark',
    scale: 1.12,
    headline: 'See what’s affected, and what isn’t',
    caption: 'The same popup in dark colors, opened to why something counts as affected and what doesn’t.',
  },
  {
    name: 'over',
    page: 'popup',
    scheme: 'light',
    scale: 1.3,
    headline: 'Get told when it’s over',
    caption:
      'The popup when all is well again: what was affected, from when to when; and a notification of it.',
  },
  {
    name: 'options',
    page: 'options',
    scheme: 'light',
    scale: 1.15,
    headline: 'Hear only about what you use',
    caption: 'The options: channels, agent tools and data, with those cleared that the team does not use.',
  },
  {
    name: 'welcome',
    page: 'welcome',
    scheme: 'light',
    scale: 1.15,
    headline: 'Set up with one click',
    caption: 'The welcome page, where you choose the pod of your team.',
  },
] as const satisfies readonly Screen[]

export type ScreenName = (typeof SCREENS)[number]['name']

/** What is seen of a screen. */
export interface Shot {
  /** Its words, line by line. */
  readonly words: readonly string[]
  /** A PNG, as large as it stands in the picture. */
  readonly picture: Buffer
  /** The toolbar's icon at that time, by the level it shows, and its badge. */
  readonly toolbar: { readonly level: string; readonly badge: string; readonly color: string }
  /** The last notification before it. */
  readonly notification: { readonly title: string; readonly message: string } | null
}
export type Shots = Readonly<Record<ScreenName, Shot>>

/** A picture for the stores, by the name of its file. */
export interface Picture {
  readonly file: string
  readonly width: number
  readonly height: number
}

export const SCREENSHOT = { width: 1280, height: 800 } as const
export const TILE: Picture = { file: 'tile-440x280.png', width: 440, height: 280 }
export const MARQUEE: Picture = { file: 'marquee-1400x560.png', width: 1400, height: 560 }
/** Three quarters of it are the icon: Chrome's store wants a sixth of nothing on each side. */
export const CHROME_ICON: Picture = { file: 'icon-128-padded.png', width: 128, height: 128 }
export const FIREFOX_ICON: Picture = { file: 'icon-128.png', width: 128, height: 128 }
export const EDGE_LOGO: Picture = { file: 'logo-300.png', width: 300, height: 300 }

export const screenshotOf = (name: ScreenName): Picture => ({
  file: `screenshot-${SCREENS.findIndex((one) => one.name === name) + 1}-${name}.png`,
  ...SCREENSHOT,
})
export const SCREENSHOTS: readonly Picture[] = SCREENS.map(({ name }) => screenshotOf(name))

/** All that lies in `store/pictures`. */
export const PICTURES: readonly Picture[] = [
  ...SCREENSHOTS,
  TILE,
  MARQUEE,
  CHROME_ICON,
  FIREFOX_ICON,
  EDGE_LOGO,
]
