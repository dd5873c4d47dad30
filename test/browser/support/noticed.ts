import type { Page } from 'playwright-core'
import type { Watch } from '../../../extension/domain/evidence/watch.ts'
import type { Settings } from '../../../extension/domain/settings.ts'
import { type Chromium, eyeOn } from './chromium.ts'
import type { Eye } from './extensionPage.ts'

// What a background keeps once it watched an agent's requests, and a browser that allows it.

const API = 'const api = window.browser ?? window.chrome;'

/** Puts there what a background would have kept. */
export const keepWatch = (
  eye: Eye,
  watch: Watch | null,
  evidence: Settings['evidence'],
): Promise<unknown> =>
  eye.run(`${API}
    const { settings } = await api.storage.local.get('settings');
    settings.value.evidence = ${JSON.stringify(evidence)};
    const watch = ${JSON.stringify(watch)};
    await api.storage.local.set({ settings, ...(watch && { watch: { version: 1, value: watch } }) })`)

/** Stands in for the browser's question, which no test can answer: allowed or refused, and what was asked for. */
export const ANSWERED = (isAllowed: boolean): string => `{
  const { permissions } = window.browser ?? window.chrome;
  let allowed = ${isAllowed};
  window.asked = [];
  permissions.contains = async () => allowed;
  permissions.request = async (wanted) => {
    window.asked.push({ wanted, isClick: navigator.userActivation.isActive });
    return (allowed = window.answer ?? true);
  };
}`

/** A page of the extension in a browser that has allowed it, or has not. */
export const pageWhere = async (
  browser: Chromium,
  path: string,
  isAllowed: boolean,
): Promise<Eye & { readonly page: Page }> => {
  const page = await browser.context.newPage()
  await page.addInitScript(ANSWERED(isAllowed))
  const eye = eyeOn(page, `chrome-extension://${browser.id}/`)
  await eye.open(path)
  return eye
}
