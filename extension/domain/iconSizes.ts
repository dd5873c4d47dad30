/** What is packed of the level that is shown before anything runs, or where nothing can be drawn: browsers scale it. */
export const PACKED_SIZES = [32] as const

/** The brand is shown larger too: in notifications, and in the browser's list of extensions. */
export const BRAND_SIZES = [16, 32, 48, 128] as const

/** A level's icon, in pixels, as toolbars ask for it on screens of any density. */
export const DRAWN_SIZES = [16, 20, 24, 32, 40, 48] as const
