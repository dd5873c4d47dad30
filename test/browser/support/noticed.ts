import { afterAll, beforeAll } from 'vitest'
import type { Watch } from '../../../extension/domain/evidence/watch.ts'
import type { Settings } from '../../../extension/domain/settings.ts'
import { allowedBuild } from './allowedBuild.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { type Eye, setUp } from './extensionPage.ts'
import { type Scenario, startScenario } from './scenario.ts'

const API = 'const api = window.browser ?? window.chrome;'

/** Puts there what a background would have kept of the watch over requests. */
export const keepWatch = (eye: Eye, watch: Watch, evidence: Settings['evidence']): Promise<unknown> =>
  eye.run(`${API}
    const { settings } = await api.storage.local.get('settings');
    settings.value.evidence = ${JSON.stringify(evidence)};
    const watch = { version: 1, value: ${JSON.stringify(watch)} };
    await api.storage.local.set({ settings, watch });`)

interface Kept {
  readonly watch: Watch
  readonly evidence: Settings['evidence']
}

/** What is kept now. */
export const keptWatch = async (eye: Eye): Promise<Kept> =>
  (await eye.run(`${API}
    const { settings, watch } = await api.storage.local.get(['settings', 'watch']);
    return { watch: watch.value, evidence: settings.value.evidence };`)) as Kept

/** Answers the browser's question in a page, and notes what was asked. */
export const answering = (eye: Pick<Eye, 'run'>, isAllowed: boolean): Promise<unknown> =>
  eye.run(`${API}
    window.asked = [];
    api.permissions.request = async (wanted) => { window.asked.push(wanted); return ${isAllowed} };`)

/** An agent's browser, as it is, or one in which requests may be watched from the start. */
export const agents = (isAllowed = false) => {
  const here = {} as { browser: Chromium; scenario: Scenario }
  let allowed: ReturnType<typeof allowedBuild> | null = null
  beforeAll(async () => {
    allowed = isAllowed ? allowedBuild() : null
    here.scenario = await startScenario(['2024-12-19-chat-attachments'])
    here.browser = await startChromium(allowed ? { folder: allowed.folder } : {})
    await setUp(here.browser, here.scenario, ['prod2'])
  })
  afterAll(async () => {
    await here.browser.close()
    await here.scenario.page.close()
    allowed?.remove()
  })
  return here
}
