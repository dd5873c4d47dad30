import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { isNight } from '../support/nightly.ts'
import { ORGANISATION, startAgentApp } from './support/agentApp.ts'
import { allowedBuild } from './support/allowedBuild.ts'
import { folderOf } from './support/builds.ts'
import { startChromium } from './support/chromium.ts'
import { counted, watchOrganisation } from './support/requestCases.ts'

// What it costs to watch an hour of an agent's requests. It is told and not tested: it is a time, on whatever machine.

const REQUESTS = 2000
const TICK = 10
const WRITTEN = 40_000

/** The process that runs the extension, of the browser whose profile or folder is named in its command. */
const extensionProcesses = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process')
    } catch {
      return false
    }
  })

/** Processor time in milliseconds, and memory of its own in megabytes. */
const useOf = (pids: readonly string[]): { readonly cpu: number; readonly memory: number } => {
  const all = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const memory = /Private_Dirty:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return { cpu: (Number(fields[11]) + Number(fields[12])) * TICK, memory: Number(memory) / 1024 }
  })
  const sum = (of: (one: { cpu: number; memory: number }) => number): number =>
    all.reduce((total, one) => total + of(one), 0)
  return { cpu: sum(({ cpu }) => cpu), memory: sum(({ memory }) => memory) }
}

/** What it costs the extension's process that a page of the app asks so often. */
const costIn = async (folder: string, organisation: string | null) => {
  const app = await startAgentApp()
  const before = new Set(extensionProcesses())
  const browser = await startChromium({ folder, args: app.args })
  try {
    await watchOrganisation(browser, organisation)
    // A page on which nothing happens.
    await browser.open('icons/podlight-32.png')
    const pids = extensionProcesses().filter((pid) => !before.has(pid))
    expect(pids.length).toBeGreaterThan(0)
    const page = await browser.context.newPage()
    await page.goto(app.app)
    const first = useOf(pids)
    await page.evaluate(`(async () => {
      let left = ${REQUESTS};
      const one = async () => {
        while (left-- > 0) await (await fetch('${app.api}/v1/200/thing' + 'abcdefgh'[left & 7])).text();
      };
      await Promise.all(Array.from({ length: 6 }, one));
    })()`)
    if (organisation !== null)
      await until(
        () => counted(browser),
        (row) => JSON.stringify(row).includes('"tried"'),
        'what was counted',
        WRITTEN,
      )
    const last = useOf(pids)
    return {
      cpu: last.cpu - first.cpu,
      memory: last.memory,
      kept: JSON.stringify(await counted(browser)).length,
    }
  } finally {
    await browser.close()
    await app.close()
  }
}

it.skipIf(!isNight || process.platform !== 'linux')('watching 2,000 requests costs so much', async () => {
  const build = allowedBuild('chrome-mv3')
  try {
    const off = await costIn(folderOf('chrome-mv3'), null)
    const on = await costIn(build.folder, ORGANISATION)
    console.info(
      `${REQUESTS} requests: ${on.cpu} ms of processor time (${off.cpu} ms where nothing is watched), ` +
        `${on.memory.toFixed(0)} MB of its own (${off.memory.toFixed(0)} MB), ${on.kept} bytes kept in the session`,
    )
  } finally {
    build.remove()
  }
})
