/** How the privacy page looks: the tokens of all our pages, in a column that can be read, wide and narrow. */
export const PRIVACY_STYLE = `* { box-sizing: border-box }
body { max-width: 46rem; margin: 0 auto; padding: 32px 20px 64px; background: var(--ground); color: var(--ink);
  font: 16px / 1.6 var(--type); overflow-wrap: break-word }
header { display: flex; align-items: center; gap: 12px; font-size: 18px; font-weight: 650 }
header p { margin: 0 }
.mark { width: 36px; height: 36px }
.mark svg { display: block; width: 100%; height: 100% }
h1 { margin: 32px 0 12px; font-size: 32px; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance }
h2 { margin: 40px 0 8px; font-size: 20px; line-height: 1.3 }
p { margin: 12px 0 }
a { color: var(--accent) }
code { padding: 1px 5px; border-radius: 4px; background: var(--raised); font: 0.875em var(--code);
  overflow-wrap: anywhere }
.wide { margin: 16px 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 12px }
.wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
table { width: 100%; border-collapse: collapse; font-size: 15px; line-height: 1.5 }
th, td { padding: 8px 16px; text-align: start; vertical-align: top; overflow-wrap: normal }
thead th { background: var(--raised); color: var(--soft); font-size: 13px; font-weight: 600 }
tbody th { font-weight: 600 }
tbody th code { overflow-wrap: normal }
tbody tr { border-top: 1px solid var(--line) }
td { min-width: 7rem }
@media (max-width: 30rem) { th, td { padding: 8px } td { min-width: 5rem } table { font-size: 14px } }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--soft); font-size: 14px }
`
