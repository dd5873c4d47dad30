import { vi } from 'vitest'

/** Our one global. */
interface Global {
  (...call: unknown[]): void
  q?: unknown
  end?: number
}

interface Page {
  readonly search?: string
  /** The language of the page's document. */
  readonly lang?: string
  /** Those of the browser. */
  readonly languages?: readonly string[]
}

/**
 * The few globals of a page that the widget's parts touch outside of drawing. What needs a real document is tested in
 * browsers.
 */
export const stubPage = ({ search = '', lang = '', languages = ['en'] }: Page = {}) => {
  const heard = new EventTarget()
  const place: { podlight?: Global } = { podlight: Object.assign(() => undefined, { end: 0 }) }
  const currentScript: { podlight?: (part: unknown) => void } = {}
  vi.stubGlobal('window', place)
  vi.stubGlobal('document', { currentScript, documentElement: { lang } })
  vi.stubGlobal('location', { search })
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('addEventListener', heard.addEventListener.bind(heard))
  vi.stubGlobal('dispatchEvent', heard.dispatchEvent.bind(heard))
  return { place, currentScript, change: () => heard.dispatchEvent(new Event('podlight:change')) }
}
export type FakePage = ReturnType<typeof stubPage>

/** Runs a part's script as the loader does, and gives what it hands over. */
export const partFrom = async <T>(
  page: Pick<FakePage, 'currentScript'>,
  run: () => Promise<unknown>,
): Promise<T> => {
  const handed: unknown[] = []
  page.currentScript.podlight = (part) => handed.push(part)
  vi.resetModules()
  await run()
  return handed[0] as T
}

/** What the owner reads on the console from now on. */
export const hearWarnings = (): string[] => {
  const lines: string[] = []
  vi.spyOn(console, 'warn').mockImplementation((line: unknown) => {
    lines.push(String(line))
  })
  return lines
}

/** Lets everything that only waits for promises happen. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
