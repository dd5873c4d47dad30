// Stands in for the web chat's SDK, 2.0 and its relatives. What is known and how well: README.md. Nothing here is
// the vendor's.
import { createChat } from './kustomer/chat.js'

const script = document.currentScript
const address = new URL(script.src)
const variant = script.dataset.standin ?? address.searchParams.get('standin') ?? 'plain'
/** How long the vendor takes to ask its servers, before there is anything to see. */
const delay = Number(
  script.dataset.standinDelay ?? address.searchParams.get('delay') ?? (variant === 'slow' ? 2 : 0.03),
)

const startHeadless = (core) => {
  core.start = (_options, callback) => setTimeout(() => callback?.(), delay * 1000)
  window.KustomerCore = core
  window.dispatchEvent(new Event('kustomerCoreLoaded'))
}

const startWidget = (sdk) => {
  let isStarted = false
  sdk.start = (options = {}, callback = undefined) => {
    if (isStarted || variant === 'never') return
    isStarted = true
    setTimeout(() => {
      const { frame, methods, hooks } = createChat({
        variant,
        origin: address.origin,
        options: { ...options },
      })
      const stop = () => {
        frame.remove()
        for (const name of [...Object.keys(methods), 'stop']) delete sdk[name]
        delete window.__standin
        isStarted = false
      }
      frame.add()
      // Only now: before this, a call of any of them throws, as at the vendor's.
      Object.assign(sdk, methods, { stop })
      window.__standin = hooks
      callback?.()
    }, delay * 1000)
  }
  window.Kustomer = sdk
  window.dispatchEvent(new Event('kustomerLoaded'))
}

if (variant === 'headless') startHeadless({})
// The SDK of cards inside the agents' app: the same global, and no chat.
else if (variant === 'cards') window.Kustomer = { initialize: () => undefined, request: () => undefined }
else startWidget({})
