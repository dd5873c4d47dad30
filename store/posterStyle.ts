/** How the stores' pictures look. Colours are the tokens', and the ground of the brand's mark. */
export const POSTER_STYLE = `
:root { --night: #14213a }
* { box-sizing: border-box; margin: 0 }
body { position: relative; width: 100vw; height: 100vh; overflow: hidden; font-family: Inter; color: var(--ink);
  -webkit-font-smoothing: antialiased }
img, svg { display: block }
svg { width: 100%; height: 100% }
h1 { font-weight: 720; letter-spacing: -0.025em; line-height: 1.1; text-wrap: balance }
.brand { display: flex; align-items: center; gap: 14px; font-size: 26px; font-weight: 650; letter-spacing: -0.01em }
.brand .mark { width: 44px; height: 44px }

.screenshot { display: flex; background: linear-gradient(color-mix(in srgb, var(--accent) 6%, white),
  color-mix(in srgb, var(--accent) 15%, white)) }
.side { display: flex; flex-direction: column; flex: none; padding: 64px 0 64px 64px }
.side > div:not(.brand, .levels) { margin: auto 0; padding-bottom: 44px }
.side h1 + p { margin-top: 20px; font-size: 20px; opacity: 0.72 }
.screenshot .side h1 { font-size: 58px }
.with-popup .side { width: 590px }
.with-page .side { width: 420px }
.with-page .side h1 { font-size: 46px }
.window { position: absolute; top: 48px; right: 0; bottom: 0; border-radius: 18px 0 0 0; overflow: hidden;
  background: color-mix(in srgb, var(--accent) 3%, var(--raised)); box-shadow: 0 12px 36px rgb(20 33 58 / 0.16),
  0 0 0 1px rgb(20 33 58 / 0.08) }
.with-popup .window { left: 660px }
.with-page .window { left: 462px; background: var(--ground) }
.bar { display: flex; align-items: center; gap: 14px; height: 60px; padding: 0 26px 0 22px;
  background: var(--ground); border-bottom: 1px solid var(--line) }
.with-page .bar { background: var(--raised) }
.field { flex: 1; height: 34px; border-radius: 17px; background: color-mix(in srgb, var(--ink) 7%, var(--ground)) }
.action { position: relative; width: 40px; height: 40px; padding: 7px; border-radius: 50%;
  background: color-mix(in srgb, var(--ink) 10%, var(--ground)) }
.action b { position: absolute; right: -1px; bottom: 1px; min-width: 19px; padding: 1px 5px; border-radius: 5px;
  color: #ffffff; font-size: 13px; line-height: 16px; text-align: center; box-shadow: 0 0 0 1.5px var(--ground) }
.dots { display: grid; gap: 3px; padding: 0 4px }
.dots i { width: 4px; height: 4px; border-radius: 50%; background: var(--soft) }
.popup { position: absolute; top: 54px; right: 58px; border-radius: 12px; box-shadow: 0 10px 30px rgb(20 33 58 / 0.24),
  0 0 0 1px rgb(20 33 58 / 0.12) }
.page { margin: 0 auto }
.notice { position: absolute; right: 58px; bottom: 56px; display: flex; gap: 18px; width: 499px; padding: 22px 24px;
  border-radius: 16px; background: var(--ground); box-shadow: 0 10px 30px rgb(20 33 58 / 0.2),
  0 0 0 1px rgb(20 33 58 / 0.1) }
.notice .mark { flex: none; width: 48px; height: 48px }
.notice strong { font-size: 20px; font-weight: 650 }
.notice p { margin-top: 4px; color: var(--soft); font-size: 18px; line-height: 1.4 }

.levels { display: flex }
.tile, .marquee { color: #ffffff; background: linear-gradient(color-mix(in srgb, var(--night) 84%, #5b8cff), var(--night)) }
.tile { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 40px }
.tile .brand { gap: 20px; font-size: 54px; font-weight: 700; letter-spacing: -0.03em }
.tile .brand .mark { width: 76px; height: 76px; border-radius: 18px; box-shadow: 0 0 0 2px rgb(255 255 255 / 0.16) }
.tile .levels { gap: 20px }
.tile .levels span { width: 40px; height: 40px }
.marquee { display: flex }
.marquee .side { width: 700px; padding: 72px 0 72px 88px }
.marquee .brand { gap: 18px; font-size: 36px }
.marquee .brand .mark { width: 60px; height: 60px; border-radius: 14px; box-shadow: 0 0 0 2px rgb(255 255 255 / 0.16) }
.marquee .side > div:not(.brand, .levels) { padding-bottom: 0 }
.marquee h1 { font-size: 58px }
.marquee .levels { gap: 20px }
.marquee .levels span { width: 38px; height: 38px }
.stage { position: absolute; inset: 0 0 0 auto; width: 640px }
.stage img { position: absolute; border-radius: 14px; box-shadow: 0 12px 36px rgb(0 0 0 / 0.35) }
.front { top: 64px; right: 96px }
@media (prefers-color-scheme: dark) {
  .screenshot { background: linear-gradient(color-mix(in srgb, var(--night) 84%, #5b8cff), var(--night)) }
  .screenshot .mark { border-radius: 10px; box-shadow: 0 0 0 2px rgb(255 255 255 / 0.16) }
  .bar { background: #30353f; border-bottom-color: #454b58 }
  .window { background: #3a404c; box-shadow: 0 0 0 1px rgb(255 255 255 / 0.16) }
  .field { background: #454b58 }
  .action { background: #525967 }
  .popup { box-shadow: 0 10px 30px rgb(0 0 0 / 0.45), 0 0 0 1px rgb(255 255 255 / 0.16) }
}
`
