import type { BackgroundDefinition } from 'wxt'
import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { createBackgroundApp } from '../extension/background/backgroundApp.ts'
import { browserPorts } from '../extension/background/browserPorts.ts'
import { onNetworkChange } from '../extension/background/evidence/networkChange.ts'
import { incidentOf } from '../extension/domain/alerts/notificationText.ts'
import { incidentPage } from '../extension/domain/vendorPages.ts'
import { listen } from '../extension/messaging/listen.ts'

const background: BackgroundDefinition = defineBackground({
  type: 'module',
  main() {
    const app = createBackgroundApp(browserPorts())
    // Whatever fails is tried again at the next alarm; nobody is there to be told.
    const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined)

    // Listeners stand before anything is awaited: the browser wakes a background only for those it finds at once.
    browser.alarms.onAlarm.addListener(() => quietly(app.look()))
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') quietly(app.welcome())
    })
    browser.storage.managed.onChanged.addListener(() => quietly(app.policyChanged()))
    // Without it the browser would not wake the background when it opens.
    browser.runtime.onStartup.addListener(() => undefined)
    browser.notifications.onClicked.addListener((id) => {
      quietly(browser.tabs.create({ url: incidentPage(incidentOf(id)) }))
      quietly(browser.notifications.clear(id))
    })
    listen((request) => app.handle(request))
    globalThis.addEventListener('online', () => {
      app.happened('online')
      quietly(app.wake())
    })
    globalThis.addEventListener('offline', () => app.happened('offline'))
    onNetworkChange(() => app.happened('network'))
    for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
      event.addListener(() => quietly(app.permissionsChanged()))

    quietly(app.look())
  },
})

export default background
