// The first script of every page in the demo: lets it live at the time of the time bar. Nothing else of it is played.
// Where it stands, `at`, `since` and `speed` in the page's address say what time it was when, and how fast it runs.
{
  const RealDate = Date
  const asked = new URLSearchParams(location.search)
  let at = Number(asked.get('at'))
  let since = Number(asked.get('since'))
  let speed = Number(asked.get('speed'))
  const now = () => Math.floor(at + (RealDate.now() - since) * speed)

  window.Date = function (...given) {
    if (!new.target) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, given.length > 0 ? given : [now()], new.target)
  }
  Date.prototype = RealDate.prototype
  Object.assign(Date, { now, parse: RealDate.parse, UTC: RealDate.UTC })
  Object.defineProperty(performance, 'timeOrigin', { get: () => now() - performance.now() })

  // What sleeps until something is due sleeps by the real clock. Where time leaps or runs faster, this wakes it, as
  // news from another page of the site would.
  const wake = () => dispatchEvent(new StorageEvent('storage'))
  setInterval(() => speed && wake(), 1000)

  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data?.demoTime?.at !== 'number') return
    ;({ at, since, speed } = data.demoTime)
    wake()
  })

  // A visitor who was never here.
  if (asked.has('fresh')) {
    localStorage.clear()
    sessionStorage.clear()
  }

  // When a banner is shown, the page around wants to know.
  addEventListener('load', () => {
    document.querySelector('script[src*="podlight.js"]')?.addEventListener('podlight:show', ({ detail }) => {
      parent.postMessage({ demoSaid: { at: now(), show: detail.scene } }, '*')
    })
  })
}
