import { dayOf, PRICES } from './bill.ts'
import { bySize, dollars, rate, table, times, whole } from './figures.ts'
import { MODEL_IN_WORDS, NOT_MODELLED } from './modelInWords.ts'
import { allowedInTen, TARGET } from './noise.ts'
import { PICTURED } from './picture.ts'
import { BUSIEST, OUT, RECOVERED, type Result, type Sizeless, type Told } from './results.ts'
import { wrapped } from './wrapped.ts'

// docs/scale.md, from what was played.

const timeOf = ({ times: all }: Result, when: string): Told => {
  const told = all.find((one) => one.when === when)
  if (!told) throw new Error(`${when} was not played.`)
  return told
}

const ordinaryDay = (results: readonly Result[]): string =>
  bySize(results, ['Podlight, mean', 'busiest', 'script, mean', 'busiest', 'iframe, mean'], (result) => {
    const { ordinaryDay: day } = result
    const busiest = timeOf(result, BUSIEST)
    return [
      rate(day.podlight / 86_400),
      whole(busiest.podlight.busiestSecond),
      rate(day.script / 86_400),
      whole(busiest.script.busiestSecond),
      rate(day.iframe / 86_400),
    ]
  })

const hardDay = (results: readonly Result[]): string =>
  table(
    [
      'visitors a day',
      'when',
      'mean',
      'busiest second',
      'busiest 10 s',
      '10 s to mean',
      'by chance alone',
      'script, mean',
      'script, busiest second',
    ],
    results.flatMap((result) =>
      result.times.map(({ when, podlight, script, peak, peakByChance }) => [
        whole(result.visitors),
        when,
        rate(podlight.mean),
        whole(podlight.busiestSecond),
        rate(podlight.busiestTen),
        times(peak),
        times(peakByChance),
        rate(script.mean),
        whole(script.busiestSecond),
      ]),
    ),
    2,
  )

const recovery = (results: readonly Result[]): string =>
  bySize(
    results,
    ['10 s to mean', 'by chance alone', `target ${TARGET}`, 'script, second to mean'],
    (result) => {
      const { peak, peakByChance, script } = timeOf(result, RECOVERED)
      const missed = peak <= TARGET ? 'met' : `missed by ${times(peak - TARGET)}`
      return [times(peak), times(peakByChance), missed, times(script.busiestSecond / script.mean)]
    },
  )

const bills = (results: readonly Result[]): string =>
  bySize(
    results,
    ['requests a day', 'of the object', 'plan', 'a day', 'a month', 'the script, a month'],
    ({ ordinaryDay: day, objects, bill, scriptBill }) => [
      whole(day.podlight),
      whole(objects),
      bill.plan,
      dollars(dayOf(bill)),
      dollars(bill.month),
      dollars(scriptBill.month),
    ],
  )

const loops = (results: readonly Result[]): string =>
  bySize(
    results,
    ['calls of `refresh` in the hour', 'requests of all visitors', 'without the loop', 'most of one visitor'],
    ({ loop }) => [whole(loop.calls), whole(loop.requests), whole(loop.without), whole(loop.mostOfOne)],
  )

/** What is said of those whose busiest ten seconds are above the target. */
const missesOf = (results: readonly Result[]): string => {
  const missed = results.filter((result) => timeOf(result, RECOVERED).peak > TARGET)
  const each = missed.map((result) => {
    const { peak, peakByChance, podlight } = timeOf(result, RECOVERED)
    return `With ${whole(result.visitors)} visitors the target is missed by ${times(peak - TARGET)}. Ten seconds hold ${rate(podlight.mean * 10)} requests there, and so few are never even: the busiest hold ${whole(podlight.busiestTen * 10)}, where the test below would allow ${rate(allowedInTen(podlight.mean * 10))}. Chance alone makes the peak ${times(peakByChance)}, and what is above that is the luck of this seed, as the larger fleets show, which begin with the same visitors.`
  })
  return each.length === 0 ? '' : `${each.join(' ')} `
}

/** How much more the script sends at once when the page is back. */
const burstOf = (result: Result): string => {
  const { script } = timeOf(result, RECOVERED)
  return times(script.busiestSecond / script.mean)
}

/** The whole document. */
export const scalePage = (results: readonly Result[], { upstream, pages }: Sizeless): string => {
  const [smallest, largest] = [results[0], results.at(-1)]
  if (!smallest || !largest) throw new Error('Nothing was played.')
  const every = Math.round(86_400 / (upstream[0]?.day ?? 1))
  const mostOfVendor = Math.max(...upstream.filter(({ isPressed }) => !isPressed).map(({ most }) => most))
  const sizes =
    smallest === largest
      ? `with ${whole(largest.visitors)} visitors a day`
      : `whether ${whole(smallest.visitors)} people visit in a day or ${whole(largest.visitors)}`
  const onset = timeOf(largest, OUT)
  return `${wrapped(`# How Podlight scales

With a relay the vendor gets one request every ${every} seconds ${sizes}, and never more than ${mostOfVendor} in an hour. After an outage nobody storms back: with ${whole(largest.visitors)} visitors the busiest ten seconds at the relay are ${times(timeOf(largest, RECOVERED).peak)} times the mean of their hour, where a script that asks every 30 s sends ${burstOf(largest)} times its mean in the second in which the page is back.

In April 2020 a client in a loop took the vendor down. This is that incident as a test: \`npm run fleet\` plays days of visits with the schedule's own code, and writes this page. \`npm run fleet -- --check\` plays them again and compares; \`npm run fleet -- --visitors 100000\` plays as many as you like and writes nothing.

<img src="scale.svg" width="600" alt="The hard day with ${whole(PICTURED)} visitors, on a logarithmic scale: in the outage a script sends almost thirty times as many requests, Podlight's at the relay stay about as they were, and the vendor gets the same few all day">

All figures of load are requests a second. Podlight's visitors do the same whoever they ask. So without a relay *Podlight* is what the vendor gets: ${rate(timeOf(largest, BUSIEST).podlight.mean)} a second from ${whole(largest.visitors)} visitors in their busiest hour. With one it is what the relay gets, and the vendor gets only what the relay itself asks; in the picture that is one request in the busiest ten seconds.

## What the vendor gets from a relay

${table(
  ['day', 'requests', 'most in an hour', 'in 20 minutes of outage'],
  upstream.map(({ what, day, most, inOutage }) => [what, whole(day), whole(most), whole(inOutage)]),
)}

This is the same at every size. The bucket makes more than 260 in an hour impossible: in the last row every call of a page in a loop is a call of the relay's own \`refresh\`, which no request from outside can bring about.

## An ordinary day

${ordinaryDay(results)}

*Busiest* is the busiest second from 14:00 to 15:00. An iframe asks less often than Podlight does, as it asks once and never again; it shows what was so when the page was opened. A real one loads dozens of files with each document, which are not counted here.

## The hard day

Two hours of an incident, in which the wait is 30 s instead of 60; twenty minutes at the busiest time in which every request fails; an hour in which every tenth visitor opens pages that call \`refresh\` in a loop.

${hardDay(results)}

*By chance alone* is the busiest ten seconds to be expected (exceeded on every second day) where as many requests come in no order at all. Where ten seconds hold few requests most of the peak is that, and a single second says nothing: five in a second where the mean is 0.7 is chance. What is above it is the schedule's doing, and that the day's curve rises and falls within the time.

The outage begins with a wave: those who fail first come back after 30 to 60 s, while the others' waits of up to 75 s still end. With ${whole(largest.visitors)} visitors its busiest ten seconds are ${times(onset.peak)} times the outage's mean, and ${times(onset.podlight.busiestTen / timeOf(largest, BUSIEST).podlight.mean)} times that of an ordinary day's busiest hour. It passes in a minute and does not come back.

## After recovery

${recovery(results)}

${missesOf(results)}The test on every push allows ten seconds ${TARGET} times their mean \`m\` and three standard deviations of chance: \`${TARGET} m + 3 √m\`.

## A page in a loop

A page that calls \`refresh\` every 10 ms calls it 360,000 times in an hour. If its bucket was full when it began, these become requests:

${table(
  ['how it is answered', 'most in an hour'],
  pages.map(({ answers, most }) => [answers, whole(most)]),
)}

At most 120 are allowed. In the loop's hour of the hard day:

${loops(results)}

Around a plain \`fetch\` each call would be a request. Each of these visitors spends a full bucket at once, which is what makes that hour’s peak.

## What the relay costs

${bills(results)}

By Cloudflare's prices of November 2026: free up to ${whole(PRICES.free.requests)} requests a day, and as many of the object. Else $${PRICES.plan} a month with ${PRICES.requests.included} million requests, then $${PRICES.requests.each.toFixed(2)} a million; $${PRICES.objectRequests.each} a million of the object's after the first million; $${PRICES.processor.each} a million milliseconds of the processor after ${PRICES.processor.included} million, at 0.25 ms a request. The object's time stays within what is included even if it never sleeps. A month is thirty ordinary days; a hard day has ${times(largest.hardDay.podlight / largest.ordinaryDay.podlight)} times the requests. The last column is the script's requests, answered by the same relay.

${MODEL_IN_WORDS}

${NOT_MODELLED}`)}\n`
}
