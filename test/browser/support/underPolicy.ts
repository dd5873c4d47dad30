import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { writeBackup } from '../../../extension/options/backupFile.ts'
import { until } from '../../../scripts/stage/until.ts'
import { type Eye, says, toolbarIn } from './extensionPage.ts'
import type { Forced } from './forced.ts'

// How a test sees what a company's policy does, and tries to get around it.

const API = 'const api = window.browser ?? window.chrome;'

/** The extension's pages that are open, by their names. */
export const openPages = async (eye: Eye): Promise<readonly string[]> =>
  (await eye.run(
    `${API} return api.extension.getViews({ type: 'tab' }).map((one) => one.location.pathname)`,
  )) as readonly string[]

export const titleSays = (eye: Eye, text: string): Promise<unknown> =>
  until(
    () => toolbarIn(eye),
    ({ title }) => title.includes(text),
    `"${text}" in the title`,
  )

export interface Control {
  readonly name: string
  readonly isDisabled: boolean
  readonly state: readonly [isChecked: boolean | null, value: string]
}

const LOCKED = 'Set by your company'

/** What the options page says that the company has set. */
export const lockedIn = async (eye: Eye): Promise<readonly Control[]> =>
  (await eye.run(`
    const controls = [...document.querySelectorAll('p, span, strong')]
      .filter((one) => one.textContent.trim() === ${JSON.stringify(LOCKED)})
      .map((one) => one.closest('fieldset, section'))
      .flatMap((part) => [...part.querySelectorAll('input, button, select, textarea')]);
    return controls.map((one) => ({
      name: (one.labels?.[0] ?? one).textContent.trim(),
      isDisabled: one.matches(':disabled'),
      state: [one.checked ?? null, one.value],
    }))`)) as readonly Control[]

/** Opens the options anew, once they show what the company has set. */
export const reopened = async (eye: Eye): Promise<readonly Control[]> => {
  await eye.open('options.html')
  await says(eye, LOCKED)
  return lockedIn(eye)
}

/** When an agent wants to be left alone, on the options page; nothing where never. */
export const quietHours = async (eye: Eye): Promise<readonly string[]> =>
  (await eye.run(
    `return [...document.querySelectorAll('input[type=time]')]
      .filter((one) => !one.closest('.working-hours')).map((one) => one.value)`,
  )) as readonly string[]

/** They open what belongs to the browser, or are tried on their own. */
const NOT_PRESSED = ['Export', 'Import', 'Reset']
const MOST_STOPS = 150

/** Goes through the whole page by keyboard, and presses whatever can be pressed. Gives the names of that. */
export const pressAll = async (browser: Forced): Promise<readonly string[]> => {
  const pressed: string[] = []
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await browser.press('Tab')
    const name = await browser.run(`
      const one = document.activeElement;
      if (one === null || one === document.body || one.dataset.seen) return null;
      one.dataset.seen = 'yes';
      const isPressed = one.matches('button, summary, [type=checkbox], [type=radio]');
      return isPressed ? (one.labels?.[0] ?? one).textContent.trim() : ''`)
    if (name === null) return pressed
    if (name === '' || NOT_PRESSED.includes(String(name))) continue
    await browser.press('Space')
    pressed.push(String(name))
  }
  throw new Error('The page has no end.')
}

/** Imports a file in which everything is otherwise. */
export const importOthers = async (eye: Eye, quiet: { from: string; to: string }): Promise<void> => {
  const others = { pods: ['prod1'], notify: false, ignored: [], feed: 'https://other.example/summary.json' }
  const file = writeBackup({ ...DEFAULT_SETTINGS, ...others, quiet })
  await eye.run(`
    const field = document.querySelector('input[type=file]');
    const chosen = new DataTransfer();
    chosen.items.add(new File([${JSON.stringify(file)}], 'settings.json', { type: 'application/json' }));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }))`)
  await says(eye, 'Settings imported.')
}

/** Asks the background as a page might that locks nothing. */
export const askFor = (eye: Eye, request: object): Promise<unknown> =>
  eye.run(`${API} return api.runtime.sendMessage(${JSON.stringify(request)})`)

/** The list of what can't be used in a policy, and the heading above it. */
export const mistakesIn = async (eye: Eye): Promise<{ heading: string; rows: readonly string[] }> =>
  (await eye.run(`
    const list = document.querySelector('ul.mistakes');
    return {
      heading: list?.closest('section').querySelector('h2').innerText ?? '',
      rows: [...(list?.children ?? [])].map((one) => one.innerText.replace(/\\s+/g, ' ')),
    }`)) as { heading: string; rows: readonly string[] }
