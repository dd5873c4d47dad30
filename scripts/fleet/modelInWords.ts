import { LOOP_STEP } from './browser.ts'
import { ISOLATE_ASKS, ISOLATES } from './relay.ts'
import { MODEL } from './visit.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`
const minutes = (time: number): string => `${time / 60_000} minutes`
const [one, two, three, four] = MODEL.views.map(percent)

export const MODEL_IN_WORDS = `## The model

- **Visitors** come by a curve of a working day: few at night, most from 10:00 to 16:00, the busiest hour from 14:00. Each
  visits once. Chance has a seed, so the same figures come out each time, and the first visitors of a larger fleet are the
  smaller one.
- **A visit** has one to four page views (${one}, ${two}, ${three}, ${four}), each seen for ${MODEL.seen / 1000} s in the mean, ${minutes(MODEL.longestSeen)} at most: about three
  minutes in all. A page view is a new poller that takes up the stored row, and adds no request by itself. In ${percent(MODEL.leaves)} of
  them the visitor goes to another tab for ${minutes(MODEL.away)} in the mean; a hidden page asks nothing, and asks at once on return if its
  news is old. ${percent(MODEL.saving)} save data.
- **When to ask** is not modelled: it is \`shared/polling\`, event by event, with its bucket, back-off and chance. A visitor
  begins with a full bucket, as with the tag; extension and npm package begin with one request. An answer takes
  0.2 to 0.4 s, and in the outage fails as quickly, which makes for more requests than a timeout would.
- **The script** asks as a page opens, then every 30 s, seen or not, without chance; it asks again a second after a failure.
  ${percent(MODEL.secondTab)} of visitors have a second tab of the site open, and ${percent(MODEL.forgets)} forget the last one behind others for ${minutes(MODEL.forgotten)} in the
  mean; in these it goes on. Podlight asks nothing there.
- **The iframe** is one request a page view and tab.
- **A loop** is a page opened in that hour by every tenth visitor, which calls \`refresh\` every ${LOOP_STEP} ms while it is seen.
  Every call asks if the bucket allows it. That is worse than the tag's own \`refresh\`, which asks only if its news is older
  than a minute.
- **The relay** is one poller at the vendor, in an object that each isolate of the relay asks at most once in ${ISOLATE_ASKS} s. Isolates are
  assumed: one in each of ${ISOLATES.places} places, one more for every ${ISOLATES.each} requests a second; visitors meet them by chance.
  What the object asks of the vendor wakes it, and counts as its request too.`

export const NOT_MODELLED = `## What is not modelled

- The script tag's own program. Extension, npm package and relay run the machine that is played here. The tag goes by the
  same waits and bucket in fewer bytes: over an hour it asks about as often ([polling.md](polling.md#requests-in-an-hour)).
- A relay's events (server-sent). With them visitors ask less, and each holds a connection, which has a price of its own.
- Calls of \`refresh\` by many pages in the same second, as at a full minute or on a push. Each visitor has a bucket, not all
  of them together, so that second would hold one request of each.
- The extension's agents, who are few and whose browsers are open all day, and the two hosts that they may ask.
- Caches on the way. A request that a cache answers counts here, and may be billed.
- A vendor that is down while the relay stands. That is milder: visitors get the last news, with its age, until it is 15
  minutes old. The outage here is of whomever visitors ask.
- Limits: whoever is asked answers as quickly under any load, \`429\` and \`Retry-After\` are never sent. A script that brings
  the vendor down keeps it down; here its storm ends with the outage.
- Days that differ: weekends, a link in a newsletter, visitors of one time zone.`
