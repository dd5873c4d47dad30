import { head } from '../pages/head.ts'

export const INDEX = head(
  'Podlight, played',
  `<link rel="icon" href="/icons/podlight.svg">
<link rel="stylesheet" href="/demo/page.css">
<div id="app"></div>
<script type="module" src="/demo/page.js"></script>
`,
)

/** What makes a page of the extension feel at home in a frame. */
const LENT = '<script src="/demo/clock.js"></script><script src="/demo/browser.js"></script>'

/** The background has no page of its own here. */
export const BACKGROUND = head('Background', `${LENT}<script type="module" src="/background.js"></script>\n`)

/** A page of the extension, as it was built, in a frame of the demo. */
export const framed = (html: string): string => html.replace('<head>', `<head>${LENT}`)
