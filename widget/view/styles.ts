import { setStyles } from './setStyles.ts'

/**
 * How the banner looks. Owners set the custom properties of `:host`, or style the parts. One rule a line, as each is
 * handed to the browser by itself where it cannot take a whole sheet.
 */
export const RULES = `
:host{--tone:#995e00;--back:#fff;--text:#191c22;--soft:#555c69;--line:#d9dce3}
:host(.info){--tone:#05f}
:host(.good){--tone:#0f6b3d}
:host(.dark){--tone:#f1bb50;--back:#1b1d22;--text:#eceef2;--soft:#b1b8c5;--line:#3b404b}
:host(.dark.info){--tone:#afcff8}
:host(.dark.good){--tone:#7eedb7}
*{box-sizing:border-box;margin:0}
.box{display:flex;gap:12px;width:100%;max-height:inherit;overflow:auto;padding:12px;padding-inline:16px 8px;border:1px solid var(--podlight-border,var(--line));border-radius:var(--podlight-radius,12px);background:linear-gradient(var(--podlight-accent,var(--tone)) 0 0) 0/4px 100% no-repeat var(--podlight-background,var(--back));color:var(--podlight-color,var(--text));box-shadow:var(--podlight-shadow,0 6px 20px rgba(16,24,40,.14));font:400 14px/1.43 var(--podlight-font,var(--font,system-ui,sans-serif));text-align:start;animation:come .18s ease-out}
svg{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.box>svg,.mark svg{color:var(--podlight-accent,var(--tone))}
:host([dir=rtl]) .box{background-position:100%}
.words{flex:1;min-width:0;overflow-wrap:anywhere}
p+p{margin-top:2px}
.label{font-size:12px;font-weight:600;color:var(--podlight-accent,var(--tone))}
.headline{font-weight:600}
.details{font-size:13px;color:var(--podlight-soft,var(--soft))}
p:empty,[hidden]{display:none}
a{display:inline-block;margin:-2px 0;padding:2px 0;color:inherit;font-weight:600;text-underline-offset:2px}
button{flex:none;display:grid;place-items:center;width:28px;height:28px;margin:-4px 0;padding:0;border:0;border-radius:8px;background:none;color:var(--podlight-soft,var(--soft));cursor:pointer}
button:hover{background:rgba(128,136,150,.18)}
button svg{width:16px;height:16px}
:focus-visible{outline:2px solid var(--podlight-accent,var(--tone));outline-offset:1px}
.line,.folded{align-items:center;gap:8px;padding-block:8px;font-size:13px;cursor:pointer}
.card .more,.line .works,.folded .works,.line .details,.folded .details,.folded .contact,.folded [part=close]{display:none}
.line .contact{font-size:0}
.line a{font-size:13px}
:host(.own) .folded .label{display:none}
.folded .words{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.folded .label,.folded .headline{display:inline;margin:0}
.folded .label:not(:empty){margin-inline-end:6px}
.mark{width:40px;height:40px;margin:0;margin-inline-start:auto;border:1px solid var(--podlight-border,var(--line));border-radius:50%;background:var(--podlight-background,var(--back));box-shadow:var(--podlight-shadow,0 4px 14px rgba(16,24,40,.2))}
.mark svg{width:20px;height:20px}
@keyframes come{from{opacity:0;transform:translateY(4px)}}
@media (prefers-reduced-motion:reduce){.box{animation:none}}
@media (forced-colors:active){.box,.mark{border-color:CanvasText}}
@media print{:host{display:none!important}}
`

/**
 * Gives a shadow root its rules, by no markup: pages may forbid styles in markup. To be called each time that something
 * is shown, as the sheet of an element is there only while the element is in a page, and empty when that was moved.
 */
export const applyStyles = (root: ShadowRoot): (() => void) => {
  const view = root.ownerDocument.defaultView as (Window & typeof globalThis) | null
  try {
    // Of the root's own document: a sheet of another one is refused.
    const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)()
    sheet.replaceSync(RULES)
    root.adoptedStyleSheets = [sheet]
    return () => undefined
  } catch {
    // Safari before 16.4
    const style = root.appendChild(root.ownerDocument.createElement('style'))
    return () => {
      const { sheet } = style
      // Refused by the page's policy: rather nothing than something without its looks.
      if (!sheet) setStyles(root.host as HTMLElement, { display: 'none' })
      else if (!sheet.cssRules[0])
        for (const rule of RULES.trim().split('\n')) sheet.insertRule(rule, sheet.cssRules.length)
    }
  }
}
