/** What is packed of the level that is shown before anything runs, or where nothing can be drawn: browsers scale it. */
export const PACKED_SIZES = [32] as const

/** The brand for lists, and larger for notifications and the browser's own pages: browsers scale what lies between. */
export const BRAND_SIZES = [32, 128] as const

/** A level's icon, in pixels, as toolbars ask for it on screens of any density. */
export const DRAWN_SIZES = [16, 20, 24, 32, 40, 48] as const
