import { expect, it } from 'vitest'
import type { Watch } from '../../extension/domain/evidence/watch.ts'
import { load } from '../../scripts/replay/load.ts'
import { startReplay } from '../../scripts/replay/server.ts'
import { shifted } from '../../scripts/replay/shift.ts'
import { until } from '../../scripts/stage/until.ts'
import { MINUTE } from '../../shared/model/limits.ts'
import { isNight } from '../support/nightly.ts'
import { ORGANISATION, startAgentApp } from './support/agentApp.ts'
import { allowedBuild } from './support/allowedBuild.ts'
import { startChromium } from './support/chromium.ts'
import { watchOrganisation } from './support/requestCases.ts'
import { playVendor } from './support/vendorHost.ts'

const KILL_EVERY = 20_000

/** It takes its minutes, as what is noticed must last. */
it.skipIf(!isNight)(
  'a fault is noticed once by the build that is shipped, though its background is ended again and again',
  { timeout: 6 * MINUTE },
  async () => {
    // A page on which nothing happens yet.
    const [recording] = load(['2024-12-19-chat-attachments'])
    if (recording === undefined) throw new Error('no recording')
    const later = Date.now() + 600 * MINUTE - Date.parse(recording.updates[0]?.at ?? '')
    const page = await startReplay({ recordings: [shifted(recording, later)], at: Date.now() })
    const vendor = await playVendor(page)
    const app = await startAgentApp()
    const build = allowedBuild('chrome-mv3')
    const rules = [...vendor.args, ...app.args].filter((one) => one.startsWith('--host-resolver-rules='))
    const hosts = rules.map((one) => one.slice(one.indexOf('=') + 1)).join()
    const browser = await startChromium({
      folder: build.folder,
      args: [`--host-resolver-rules=${hosts}`, '--ignore-certificate-errors'],
    })
    try {
      await browser.run(
        `await chrome.runtime.sendMessage({ type: 'page-bg:settings', settings: { pods: ['prod2'] } })`,
      )
      await watchOrganisation(browser)
      const agent = await browser.context.newPage()
      await agent.goto(app.app)
      await agent.evaluate(`{
        const things = ['customers', 'conversations', 'teams', 'tags', 'users', 'queues', 'notes', 'searches'];
        let turn = 0;
        setInterval(() => fetch('${app.api}/v1/503/' + things[turn++ % things.length]).catch(() => undefined), 700);
      }`)
      const began = Date.now()
      let [killed, deaths] = [began, 0]
      const watch = async (): Promise<Watch> => {
        if (Date.now() - killed > KILL_EVERY) {
          await browser.kill()
          killed = Date.now()
          deaths++
        }
        return (await browser.run(`return (await chrome.storage.local.get('watch')).watch.value`)) as Watch
      }
      const noticed = await until(watch, ({ signs }) => signs.length > 0, 'that it is noticed', 5 * MINUTE)
      const took = Date.now() - began
      expect(noticed).toMatchObject({
        organisation: ORGANISATION,
        signs: [
          { what: 'app', kind: 'failing', end: null, spoken: false, codes: { 503: expect.any(Number) } },
        ],
      })
      // It goes on, and is no second one.
      const before = deaths
      const last = await until(watch, () => deaths > before + 2, 'more deaths', 5 * MINUTE)
      expect(last.signs).toMatchObject([{ at: noticed.signs[0]?.at, end: null }])
      console.info(
        `noticed after ${Math.round(took / 1000)} s and ${before} deaths, and still one sign after ${deaths}`,
      )
    } finally {
      await browser.close()
      build.remove()
      await app.close()
      await vendor.close()
      await page.close()
    }
  },
)
