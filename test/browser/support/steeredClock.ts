// Stands for `extension/domain/clock.ts` in the build for the browser tests: time stands still until a test moves it.
// It is kept in the extension's storage, so that a background that was killed finds it when it starts again.

// It imports nothing: what it needs would be built into its file, and missing where everything else looks for it.

/** The few things it uses of the browser, which Chromium calls by an older name. */
interface Api {
  readonly alarms: {
    readonly onAlarm: object
    get(name: string): Promise<{ readonly scheduledTime: number } | undefined>
    create(name: string, when: { when: number; periodInMinutes: number }): Promise<void>
  }
  readonly storage: {
    readonly local: {
      readonly onChanged: {
        addListener(take: (changes: Record<string, { newValue?: unknown }>) => void): void
      }
      get(key: string): Promise<Record<string, unknown>>
    }
  }
}
const own = globalThis as { browser?: Api; chrome?: Api }
const api = (own.browser ?? own.chrome) as Api

const KEY = 'steeredClock'

/** Until a test sets it, the real one. */
let time: number | null = null

export const clock = (): number => time ?? Date.now()

const take = (value: unknown): void => {
  if (typeof value === 'number') time = value
}

const isBackground = (): boolean =>
  (globalThis as { location?: { pathname: string } }).location?.pathname.includes('background') === true

/** What the browser's alarm does by itself, when this time has come. */
const ring = async (): Promise<void> => {
  const { onAlarm } = api.alarms as { onAlarm: { dispatch?: (alarm: object) => void } }
  const alarm = await api.alarms.get('look')
  if (!alarm || alarm.scheduledTime > clock()) return
  // Chromium rings no more than once a second, but takes one that is rung by hand. Pages do not listen.
  if (onAlarm.dispatch) onAlarm.dispatch(alarm)
  else if (isBackground()) await api.alarms.create('look', { when: Date.now(), periodInMinutes: 1 })
}

api.storage.local.onChanged.addListener((changes) => {
  const change = changes[KEY]
  if (change?.newValue === undefined) return
  take(change.newValue)
  void ring()
})

// Asked for first, so it is here before anything else that is read from storage.
void api.storage.local.get(KEY).then((stored) => take(stored[KEY]))
