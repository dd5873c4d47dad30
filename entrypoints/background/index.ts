import type { BackgroundDefinition } from 'wxt'
import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { incidentOf } from '../alerts/message.ts'
import { listen } from '../messages/listen.ts'
import { incidentPage } from '../state/pages.ts'
import { browserPorts } from './browserPorts.ts'
import { createStation } from './station.ts'

const background: BackgroundDefinition = defineBackground({
  type: 'module',
  main() {
    const station = createStation(browserPorts())
    // Whatever fails is tried again at the next alarm; nobody is there to be told.
    const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined)

    // Listeners stand before anything is awaited: the browser wakes a background only for those it finds at once.
    browser.alarms.onAlarm.addListener(() => quietly(station.look()))
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') quietly(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }))
    })
    // Without it the browser would not wake the background when it opens.
    browser.runtime.onStartup.addListener(() => undefined)
    browser.notifications.onClicked.addListener((id) => {
      quietly(browser.tabs.create({ url: incidentPage(incidentOf(id)) }))
      quietly(browser.notifications.clear(id))
    })
    listen((request) => station.answer(request))
    globalThis.addEventListener('online', () => quietly(station.wake()))

    quietly(station.look())
  },
})

export default background
