/** The pictures of each level, in pixels, as toolbars ask for them on screens of any density. */
export const TOOLBAR_SIZES = [16, 24, 32, 48] as const

/** The brand is shown larger too: in notifications, and in the browser's list of extensions. */
export const BRAND_SIZES = [...TOOLBAR_SIZES, 128] as const
