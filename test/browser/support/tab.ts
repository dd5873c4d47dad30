import type { Marionette } from './marionette.ts'
import type { Key } from './web.ts'

// A tab over the standard remote protocol. Firefox's own line and WebKit's driver know the same commands.

/** Sends a command of the standard by its name there, such as `NavigateTo`'s `Navigate`, and gives its value. */
export type Send = (name: string, parameters?: object) => Promise<unknown>

export interface Tab {
  open(url: string): Promise<void>
  /** The address of the page, as the browser knows it. */
  address(): Promise<string>
  run(body: string): Promise<unknown>
  click(element: string): Promise<void>
  press(key: Key): Promise<void>
  picture(): Promise<Buffer>
  /** A tab behind this one, with nothing in it. */
  another(): Promise<Tab>
  show(): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
  /** Any other command, with this tab chosen. */
  command: Send
}

/** Firefox puts most values into one more object. */
export const ofMarionette =
  (line: Marionette): Send =>
  async (name, parameters) => {
    const answer = await line.send(`WebDriver:${name}`, parameters)
    const isWrapped = typeof answer === 'object' && answer !== null && Object.keys(answer).join() === 'value'
    return isWrapped ? (answer as { value: unknown }).value : answer
  }

const inPage = (body: string): string => `const done = arguments[arguments.length - 1];
  (async () => { ${body} })().then(
    (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })))`

/** Where the middle of an element is, seen from the outermost page. */
export const middleOf = (element: string): string => `
  const found = ${element};
  if (!found) throw new Error(${JSON.stringify(`There is no ${element}.`)});
  found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  let x = box.left + box.width / 2;
  let y = box.top + box.height / 2;
  for (let inner = found.ownerDocument.defaultView; inner.frameElement; inner = inner.parent) {
    const frame = inner.frameElement;
    const around = frame.getBoundingClientRect();
    x += around.left + frame.clientLeft;
    y += around.top + frame.clientTop;
  }
  return { x: Math.round(x), y: Math.round(y) };`

const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

const mouse = (at: object): object => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', duration: 0, origin: 'viewport', ...at },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})

const keyboard = (key: Key): object => {
  const values = key.split('+').map((name) => KEYS[name])
  const down = values.map((value) => ({ type: 'keyDown', value }))
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
  return { type: 'key', id: 'keyboard', actions: [...down, ...up] }
}

/** Lets one call after the other through: which tab is meant is a state of the whole browser. */
const inTurn = (): (<T>(call: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (call) => {
    const next = last.then(call, call)
    last = next.catch(() => undefined)
    return next
  }
}

/** The tab that a browser opened with. */
export const tabOf = async (send: Send): Promise<Tab> => {
  const turn = inTurn()
  const tabAt = (handle: string): Tab => {
    const command: Send = (name, parameters) =>
      turn(async () => {
        await send('SwitchToWindow', { handle, focus: false })
        return send(name, parameters)
      })
    const run = async (body: string): Promise<unknown> => {
      const answer = await command('ExecuteAsyncScript', { script: inPage(body), args: [] })
      const { value, error } = JSON.parse(String(answer)) as { value?: unknown; error?: string }
      if (error !== undefined) throw new Error(error)
      return value
    }
    const act = async (action: object): Promise<void> => {
      await command('PerformActions', { actions: [action] })
    }
    return {
      command,
      run,
      open: async (url) => {
        await command('Navigate', { url })
      },
      address: async () => String(await command('GetCurrentURL')),
      click: async (element) => act(mouse((await run(middleOf(element))) as object)),
      press: (key) => act(keyboard(key)),
      picture: async () => Buffer.from(String(await command('TakeScreenshot', { full: false })), 'base64'),
      another: async () => {
        const { handle: other } = (await command('NewWindow', { type: 'tab', focus: false })) as {
          handle: string
        }
        return tabAt(other)
      },
      show: () => turn(async () => void (await send('SwitchToWindow', { handle, focus: true }))),
      reload: async () => {
        await command('Refresh')
      },
      close: async () => {
        await command('CloseWindow')
      },
    }
  }
  return tabAt(String(await send('GetWindowHandle')))
}
