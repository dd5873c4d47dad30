import { until, within } from '../../../scripts/stage/until.ts'
import type { Send } from './tab.ts'

/** Commands of the standard remote protocol, as requests. */
const REQUESTS: Readonly<Record<string, readonly ['GET' | 'POST' | 'DELETE', string]>> = {
  Navigate: ['POST', '/url'],
  GetCurrentURL: ['GET', '/url'],
  Refresh: ['POST', '/refresh'],
  ExecuteAsyncScript: ['POST', '/execute/async'],
  SetTimeouts: ['POST', '/timeouts'],
  PerformActions: ['POST', '/actions'],
  TakeScreenshot: ['GET', '/screenshot'],
  GetWindowHandle: ['GET', '/window'],
  SwitchToWindow: ['POST', '/window'],
  CloseWindow: ['DELETE', '/window'],
  NewWindow: ['POST', '/window/new'],
  SetWindowRect: ['POST', '/window/rect'],
}

const LONGEST = 60_000
/** A browser that has not started by then never does. */
const STARTED = 25_000

const ask = async (method: string, url: string, parameters?: object, longest = LONGEST): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(longest),
    ...(method === 'POST'
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters ?? {}) }
      : {}),
  })
  const { value } = (await response.json()) as { value: unknown }
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`)
  return value
}

export interface Session {
  readonly send: Send
  end(): Promise<void>
}

/** Waits for a driver that was just started, and lets it start its browser. */
export const openSession = async (port: number, capabilities: object): Promise<Session> => {
  const driver = `http://127.0.0.1:${port}`
  await until(
    () =>
      fetch(`${driver}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    (isUp) => isUp,
    `a driver on port ${port}`,
  )
  const asked = { capabilities: { alwaysMatch: capabilities } }
  const { sessionId } = (await ask('POST', `${driver}/session`, asked, STARTED)) as { sessionId: string }
  const session = `${driver}/session/${sessionId}`
  return {
    send: (name, parameters) => {
      const [method, path] = REQUESTS[name] ?? []
      if (method === undefined) throw new Error(`Which request is ${name}?`)
      return ask(method, `${session}${path}`, parameters)
    },
    end: async () => {
      await within(ask('DELETE', session), 'the session').catch(() => undefined)
    },
  }
}
