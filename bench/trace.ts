import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

/** What the browser's own record says of a task of a thread; times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** The thread's own time: what others do on the machine meanwhile is not in it. */
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

export interface Slow {
  readonly page: Page
  /** Runs something and gives the record of it. */
  record(what: () => Promise<void>): Promise<readonly TraceEvent[]>
  close(): Promise<void>
}

/** A page in a profile that nothing is in yet, on a processor that is slowed so many times. */
export const slowPage = async (browser: Browser, rate: number): Promise<Slow> => {
  const context: BrowserContext = await browser.newContext()
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  const tracing = await browser.newBrowserCDPSession()
  return {
    page,
    record: async (what) => {
      const events: TraceEvent[] = []
      const take = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]))
      tracing.on('Tracing.dataCollected', take)
      await tracing.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
      })
      await what()
      const complete = new Promise<void>((resolve) =>
        tracing.once('Tracing.tracingComplete', () => resolve()),
      )
      await tracing.send('Tracing.end')
      await complete
      tracing.off('Tracing.dataCollected', take)
      return events
    },
    close: async () => {
      await tracing.detach()
      await context.close()
    },
  }
}

/** Milliseconds that the main thread was busy, in all of its tasks, on the thread that runs a script of this name. */
export const busy = (events: readonly TraceEvent[], script: string): number => {
  const ours = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(script))
  if (!ours) throw new Error(`${script} did not run.`)
  return (
    events
      .filter(({ name, pid, tid }) => name === 'RunTask' && pid === ours.pid && tid === ours.tid)
      .reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000
  )
}
