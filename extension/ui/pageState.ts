import { computed, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { clock } from '../domain/clock.ts'
import { localeAndZone } from '../domain/localeAndZone.ts'
import { viewOf } from '../domain/podView.ts'
import { NO_POLICY } from '../domain/policy/policy.ts'
import type { Settings } from '../domain/settings.ts'
import { ask } from '../messaging/ask.ts'
import type { Reply, Request } from '../messaging/protocol.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import { openStore, type Stored } from '../storage/store.ts'

/** How often ages and overdue times on a page are told anew. */
const TICK = 10_000

// What a page shows, out of storage. Pages read it and ask the background to change it; only the background writes.

const store = openStore({
  get: (keys) => browser.storage.local.get(keys),
  set: () => Promise.reject(new Error('Pages do not write.')),
})

export const stored = signal<Stored | null>(null)
export const lastReply = signal<Reply | null>(null)
/** The background gave no answer. */
export const isSilent = signal(false)
export const now = signal(clock())

/** The reader's own, whether Podlight has words for it or not. */
export const language = (): string => browser.i18n.getUILanguage()
export const place = computed(() => localeAndZone(language(), now.value))
/** Settings that are on their way to storage. */
export const draft = signal<Settings | null>(null)
export const values = computed(() => {
  const found = stored.value?.values ?? null
  return found === null || draft.value === null ? found : { ...found, settings: draft.value }
})
/** What the company set, and what of it can't be used. */
export const policy = computed(() => stored.value?.policy ?? NO_POLICY)
export const mistakes = computed(() => stored.value?.mistakes ?? [])
export const lastAnswer = computed(() => (values.value === null ? null : lastAnswerIn(values.value)))
export const view = computed(() => {
  if (values.value === null || lastAnswer.value === null) return null
  const { settings, alerts } = values.value
  return viewOf(lastAnswer.value, settings, alerts.mutes, now.value)
})

const show = (next: Stored): void => {
  now.value = clock()
  stored.value = next
}

const reload = async (): Promise<void> => show(await store.read())

/** Asks the background for something, and shows what came of it. */
export const request = async (message: Request): Promise<Reply | null> => {
  const reply = await ask(message)
  isSilent.value = reply === null
  if (reply === null) return null
  lastReply.value = reply
  // Where storage is broken, only the background knows.
  const rows = reply.rows
  if (rows === null) await reload()
  else show(await openStore({ get: async () => rows, set: async () => undefined }).read())
  return reply
}

/** Draws what is stored, then keeps up with it as long as the page is open. */
export const open = async (): Promise<void> => {
  await reload()
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'local') return
    // Somebody wrote it.
    isSilent.value = false
    // Where storage does not hold all there is, the background tells.
    if (lastReply.value?.rows) void request({ type: 'page-bg:open' })
    else void reload()
  })
  setInterval(() => {
    now.value = clock()
  }, TICK)
}
