import { PATIENCE, until } from '../../../scripts/stage/until.ts'
import type { Scenario } from './scenario.ts'

// How a test sees and touches an installed extension, in any browser: through one of its own pages, as a user
// would, and through the browser's own API for what a page cannot see.

/** One page of the extension, in a real browser. */
export interface Eye {
  /** Opens a page of the extension, such as `options.html`. */
  open(path: string): Promise<void>
  /** Runs the body of an async function in it, and gives back what that returns. */
  run(body: string): Promise<unknown>
}

// Chromium calls it by its older name; both answer with promises.
const API = 'const api = window.browser ?? window.chrome;'

export interface Toolbar {
  readonly text: string
  readonly title: string
}

export const toolbarIn = async (eye: Eye): Promise<Toolbar> =>
  (await eye.run(
    `${API} return { text: await api.action.getBadgeText({}), title: await api.action.getTitle({}) }`,
  )) as Toolbar

/** Waits for a badge, and gives the title that goes with it. */
export const badgeIs = (eye: Eye, text: string, title = '', patience = PATIENCE): Promise<Toolbar> =>
  until(
    () => toolbarIn(eye),
    (seen) => seen.text === text && seen.title.includes(title),
    `badge "${text}" ${title}`,
    patience,
  )

/**
 * Notes every notification from now on. They do not stay for long; and where nothing can show them, as in a Firefox
 * without a desktop, they are closed as soon as they are made.
 */
export const watchNotifications = async (eye: Eye): Promise<void> => {
  await eye.run(`${API}
    window.shown = {};
    const note = (id) => { window.shown[id] = true };
    api.notifications.onShown?.addListener(note);
    api.notifications.onClosed.addListener(note);
    const look = async () => Object.keys(await api.notifications.getAll()).forEach(note);
    await look();
    setInterval(look, 50);`)
}

export const shownNotifications = async (eye: Eye): Promise<string[]> =>
  Object.keys((await eye.run('return window.shown')) as object).sort()

export interface Row {
  readonly pod: string
  readonly at: number
  readonly level: string
  readonly impacts: readonly { readonly capability: string; readonly effect: string }[]
}

/** What was observed, out of the database. */
export const observations = async (eye: Eye): Promise<readonly Row[]> =>
  (await eye.run(`return new Promise((resolve, reject) => {
    const opening = indexedDB.open('podlight');
    // Nothing was observed yet, and looking must leave nothing behind.
    opening.onupgradeneeded = () => { opening.onerror = () => resolve([]); opening.transaction.abort() };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('observations').objectStore('observations').getAll();
      all.onsuccess = () => { opening.result.close(); resolve(all.result) };
      all.onerror = () => reject(all.error);
    };
  })`)) as readonly Row[]

const FIND = `
  const named = (text) => [...document.querySelectorAll('button, summary, a, label')]
    .find((one) => one.textContent.trim() === text || one.textContent.trim() === '✓ ' + text);
  const waitFor = async (find) => {
    for (let i = 0; i < 200; i++) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('not on the page');
  };`

/** Clicks what has a text. */
export const click = async (eye: Eye, text: string): Promise<void> => {
  await eye.run(`${FIND} (await waitFor(() => named(${JSON.stringify(text)}))).click()`)
}

/** Opens everything on the page that is one line until somebody wants to know more. */
export const unfold = async (eye: Eye): Promise<void> => {
  await eye.run(`for (const one of document.querySelectorAll('details')) one.open = true`)
}

/** What the page says. */
export const textOf = async (eye: Eye): Promise<string> =>
  String(await eye.run('return (document.body?.innerText ?? "").replace(/\\s+/g, " ")'))

/** Waits until the page says something. */
export const says = (eye: Eye, text: string): Promise<string> =>
  until(
    () => textOf(eye),
    (said) => said.includes(text),
    `"${text}" on the page`,
  )

/** Chooses a feed and pods on the options page, as a user does, and waits for the first news. */
export const setUp = async (
  eye: Eye,
  { feed, join, settled, asked }: Pick<Scenario, 'feed' | 'join' | 'settled' | 'asked'>,
  pods: readonly string[],
): Promise<void> => {
  await eye.open('options.html')
  await join(eye)
  await click(eye, 'Another address')
  await eye.run(`${FIND}
    const field = await waitFor(() => document.querySelector('#address'));
    field.value = ${JSON.stringify(feed)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
    (await waitFor(() => named('Use this address'))).click();`)
  await says(eye, 'Status comes from')
  for (const pod of pods)
    await eye.run(`${FIND}
      await waitFor(() => document.querySelector('#other-pod'));
      const known = document.querySelector('input[value=${pod}]');
      if (known) known.click();
      else {
        const field = document.querySelector('#other-pod');
        field.value = '${pod}';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        named('Add').click();
      }
      await waitFor(() => document.querySelector('input[value=${pod}]:checked'));`)
  await until(
    async () =>
      String(await eye.run(`${API} return JSON.stringify(await api.storage.local.get('settings'))`)),
    (stored) => pods.every((pod) => stored.includes(`"${pod}"`)),
    'the pods in the settings',
  )
  await settled()
  await asked(1)
}
