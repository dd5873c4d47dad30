/** The pictures of an icon, in pixels, as toolbars ask for them on screens of any density. */
export const TOOLBAR_SIZES = [16, 24, 32, 48] as const

/** The brand is shown larger too: in notifications, and in the browser's list of extensions. */
export const BRAND_SIZES = [...TOOLBAR_SIZES, 128] as const

/** What is drawn and not packed costs nothing, so screens at 125 and 250 % get their own too. */
export const DRAWN_SIZES = [16, 20, 24, 32, 40, 48] as const
