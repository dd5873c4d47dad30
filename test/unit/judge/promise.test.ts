import { describe, expect, it } from 'vitest'
import { DENIALS } from '../../../shared/judge/promise/denials.ts'
import { MOMENTS } from '../../../shared/judge/promise/moments.ts'
import { PROMISES } from '../../../shared/judge/promise/news.ts'
import { SPANS } from '../../../shared/judge/promise/spans.ts'
import { TIMES } from '../../../shared/judge/promise/times.ts'
import { ZONES } from '../../../shared/judge/promise/zones.ts'
import { promisedBy, promiseOf } from '../../../shared/judge/promise.ts'

/** A Monday in summer time. */
const POSTED = Date.UTC(2026, 4, 4, 9)
const minutes = (text: string, from = POSTED): number | null => {
  const due = promisedBy(text, from)
  return due === null ? null : (due - from) / 60_000
}

describe.each([
  ['spans', SPANS],
  ['moments', MOMENTS],
  ['times', TIMES],
  ['zones', ZONES],
  ['promises', PROMISES],
  ['denials', DENIALS],
])('rows of %s', (_, rows) => {
  it.each(
    rows.flatMap(({ name, examples }) => Object.entries(examples).map((one) => [name, ...one] as const)),
  )('%s: %s', (_, text, due) => {
    expect(minutes(text)).toBe(typeof due === 'string' ? (Date.parse(due) - POSTED) / 60_000 : due)
  })
})

/** Whole texts, as status pages write them: in how many minutes news is promised. */
const TEXTS: readonly (readonly [string, number | null])[] = [
  ['within the next 30 minutes you will hear from us.', 30],
  ['We will provide an update in half an hour.', 30],
  ['We will provide an update in an hour and a half.', 90],
  ['Expect an update in 1-2 hours.', 120],
  ['Expect an update in 1–2 hours.', 120],
  ['Updates every 30 minutes.', 30],
  ['We will post hourly.', 60],
  ['We will post hourly updates.', 60],
  ['Updates twice an hour.', 30],
  ['Next update by 3pm ET.', 600],
  ['Next update at 14.30 UTC', 330],
  ['Next update: 14:30 UTC.', 330],
  ['Next update 14:30 UTC', 330],
  ['Next update – 14:30 UTC', 330],
  ['NEXT UPDATE: 14:30 UTC', 330],
  ['Next update\n14:30 UTC', 330],
  ['Next update:\n14:30 UTC', 330],
  ['We will post again at 18:00 CET.', 480],
  ['The next one is due at 10:30 UTC.', 90],
  ['Expect news within 2 hours.', 120],
  ['Another post follows within 2 hours.', 120],
  ['We will report in 30 minutes.', 30],
  ['More in 20 minutes.', 20],
  ['Check back in an hour.', 60],
  ['We will let you know more in 30 minutes.', 30],
  ['The fix takes about 30 minutes.', null],
  ['Messages are delayed by 30 minutes.', null],
  ['The roll-out completes within the hour.', null],
  ['We expect recovery within 2 hours.', null],
  ['Webhooks are retried every 15 minutes.', null],
  ['This was updated 10 minutes ago.', null],
  ['There will be an update to the app in the next hour.', null],
  ['Our last update at 14:00 UTC still holds.', null],
  ['We will update you by end of day.', null],
  ['We will update you this evening.', null],
  ['Next update at 14:30', null],
  ['Next update on March 3 at 10:00 UTC.', null],
  ['Next update on 5 May, 10:00 UTC.', 1500],
  ['Next update 2026-05-05 10:00 UTC', 1500],
  ['Next update 2026-05-05T10:00Z', 1500],
  ['Next update Monday 11:00 UTC', 120],
  ['Next update Thursday at 9:00 UTC', 4320],
  ["We're going to share another update at around 10:30 UTC, or sooner if anything changes.", 90],
  ['Our engineers are deploying a fix, and we will share an update within 45 minutes.', 45],
  ['Customers should see recovery within 15 minutes. We will post a final update in 1 hour.', 60],
  ['We expect the backlog to clear in 2 hours and will post an update in 30 minutes.', 30],
  ['The backlog should clear in 2 hours; next update in 30 minutes.', 30],
  ['Messages sent in the last 30 minutes may be late; our next update comes at 10:00 UTC.', 60],
  ['A fix is being deployed and should take effect within 30 minutes.', null],
  ['Emails can arrive up to 2 hours late. More information in 60 minutes.', 60],
  ['Reports will load within 30 minutes.', null],
  ['New reports will load within 30 minutes.', null],
  ['Notifications will be sent within 30 minutes.', null],
  ['Messages held back will be posted within the hour.', null],
  ['Instagram posts will be delivered within the hour.', null],
  ['We will reassess in 30 minutes.', null],
  ['We will retry the deployment in 30 minutes.', null],
  ['Please try again in 30 minutes.', null],
  ['Please try to log in again in 30 minutes.', null],
  ['If messages do not update within 30 minutes, reload the page.', null],
  ['If you do not hear from us within 30 minutes, call us.', null],
  ['Data in dashboards updates every 15 minutes.', null],
  ['Dashboards will update within the hour.', null],
  ['We are aiming to send our next update before 11 AM BST.', 60],
  ['Next update before 11 AM BST', 60],
  ['We will be providing updates every 60 mins until this is resolved.', 60],
  ['Updates will be provided at least every 2 hours.', 120],
  ['Updates will be provided as available, at least every 2 hours.', 120],
  ['We will provide an update as soon as we have one, and in any case by 16:00 UTC.', 420],
  ['Stay tuned: the next update lands at 10:15 UTC.', 75],
  ['ETA for next update: 10:15 UTC', 75],
  ['ETA next update 30 min', 30],
  ['Our next communication will be sent out at 10:00 AM EDT / 7:00 AM PDT.', 300],
  ['Next update: 10:00 AM EDT (14:00 UTC).', 300],
  ['Next update in 30 minutes (09:30 UTC).', 30],
  ['Next update scheduled for 09:45 UTC.', 45],
  ['Next update planned at 09:45 UTC', 45],
  ['You can expect to receive the next update from our team at 10 a.m. UTC.', 60],
  ['We will get back to you with an update in 20 minutes.', 20],
  ['We shall get back with more details in 20 minutes.', 20],
  ['We will circle back in one hour.', 60],
  ['We will touch base again within the hour.', 60],
  ['We should have more to share within 45 minutes.', 45],
  ['Additional details will be communicated within 45 minutes.', 45],
  ['Watch this space for an update in 15 minutes.', 15],
  ['Please watch this page: an update is coming within 15 minutes.', 15],
  ['We will keep this page updated every 20 minutes.', 20],
  ['This page will be refreshed with new information every 20 minutes.', 20],
  ['Look out for our next note in about twenty minutes.', 20],
  ['Next bulletin in three quarters of an hour.', 45],
  ["We'll be back here at half past ten.", null],
  ["We'll be back with more at 10:30 UTC.", 90],
  ['We will be back online in 30 minutes.', null],
  ['Chat will be back in 30 minutes.', null],
  ['Service will be back within 30 minutes.', null],
  ['We expect to be back to normal in 30 minutes.', null],
  ['The next deployment follows in 30 minutes.', null],
  ['The next step is a restart in 30 minutes.', null],
  ['More servers will be added within the hour.', null],
  ['More emails will go out within the hour.', null],
  ['We expect to see more errors in the next hour.', null],
  ['The carrier promised an update within 2 hours.', null],
  ['We are waiting for an update from AWS within the hour.', null],
  ['AWS will provide an update by 10:00 UTC.', null],
  ['Meta expects a fix within 2 hours; we will pass on news within 3 hours.', 180],
  ['Next status update: today at 11:00 UTC', 120],
  ['Next update tonight at 10pm ET.', 1020],
  ['Next update tomorrow at 9am ET.', 1680],
  ['Next update by 9am ET tomorrow.', 1680],
  ['Next update tomorrow morning by 9 AM Eastern.', 1680],
  ['Next update: 05/05/2026 10:00 UTC', 1500],
  ['Next update: May 5th, 2026 at 10:00 UTC', 1500],
  ['Next update: Tue, 5 May 2026 10:00 UTC', 1500],
  ['Next update: Tuesday 5 May at 10:00 (UTC)', 1500],
  ['Our previous update said that news would come within 30 minutes.', null],
  ['Update (09:00 UTC): we are restarting servers.', null],
  ['Update at 10:00 UTC: emails flow.', null],
  ['[10:00 UTC] Update: emails flow.', null],
  ['09:00 UTC - Update: we will roll back in 30 minutes.', null],
  ['As we wrote at 08:00 UTC, the fix is in. Next update in 1 hour.', 60],
  ['We updated the connector at 08:00 UTC and will update the rest in 30 minutes.', null],
  ['We will update the database within the hour.', null],
  ['We will update our DNS records in 30 minutes.', null],
  ['We are pushing an update in the next 30 minutes.', null],
  ['A configuration update will be deployed within 30 minutes.', null],
  ['An emergency update is scheduled to go out at 10:00 UTC.', null],
  ['No further updates are planned before tomorrow 09:00 UTC.', 1440],
  ['We will not post again until 12:00 UTC.', 180],
  ['Kindly bear with us; you will be updated within 30 minutes.', 30],
  ['Customers will be informed every hour.', 60],
  ['We will notify you of progress in 30 minutes.', 30],
  ['Our next update will be posted at 9:45am UTC or when the issue is resolved.', 45],
  ['Next update at 5 PM EST.', 780],
  ['Next update at 5 PM PST', 960],
  ['Next update 17:00 GMT+2', 360],
  ['Next update 17:00 UTC-5', 780],
  ['Next update at 14h30 UTC', 330],
  ['The next update, or an all-clear, will follow within the hour.', 60],
  ['Our next update, which the voice team will write, is due at 10:00 UTC.', 60],
  ['We will post again thirty (30) minutes from now.', 30],
  ['Next update 30 minutes from now.', 30],
  ['Expect another post sixty minutes from now.', 60],
  ['We will share more 30 minutes from now.', 30],
  ['We will keep monitoring for 30 minutes.', null],
  ['We will monitor for another hour before we close this.', null],
  ['We will monitor overnight and post an update at 8 AM ET tomorrow.', 1620],
  ['We are continuing to investigate and hope to provide more information by 12:00 UTC.', 180],
  ['We hope to have chat working by 12:00 UTC.', null],
  ['We hope to have this fixed by 12:00 UTC.', null],
  ['We hope to have a fix and an update by 12:00 UTC.', 180],
  ['Planned maintenance runs from 10:00 to 12:00 UTC.', null],
  ['Planned maintenance: 10:00 - 12:00 UTC. We will post when it is done.', null],
  ['Maintenance ends at 12:00 UTC; we will post an update then.', null],
  ['Updates to conversations can take 30 minutes to appear.', null],
  ['Status updates are late by up to 30 minutes.', null],
  ['Agents receive status updates 30 minutes late.', null],
  ['Delivery status updates arrive within 2 hours instead of at once.', null],
  ['Conversation updates arrive within 30 minutes.', null],
  ['Information in the timeline shows up within 30 minutes.', null],
  ['Customers get their notes within 30 minutes.', null],
  ['Callers hear a beep every 30 seconds.', null],
  ['Callers hear silence within 2 minutes.', null],
  ['We will follow up here in 30 mins', 30],
  ['Follow-up in 30 mins', 30],
  ['Update to come in 30 mins', 30],
  ['update in 30m', 30],
  ['next update: 30m', 30],
  ['next upd in 30 min', 30],
  ['Next update within one business day.', null],
  ['Next update next week.', null],
  ['A full post-mortem will be shared within 5 days.', null],
  ['We will publish a root cause analysis within 3 days.', null],
  ['Expect our next update at the top of the hour.', null],
  ['Next update by 12 noon UTC', 180],
  ['Next update by 12pm UTC', 180],
  ['Next update by 12am UTC', 900],
  ['Next update at 00:00 UTC', 900],
  ['Next update at 3:30 ET', 630],
  ["Next update at 11 o'clock London time.", 60],
  ['We will provide you and your team with an update in 30 minutes.', 30],
  ['We will update you and our partners in 30 minutes.', 30],
  ['The team is working on it and the next update will be in an hour or less.', 60],
  ['Next update in less than an hour.', 60],
  ['Next update in under 30 minutes', 30],
  ['We will let you know within 30 minutes if the fix holds.', 30],
  ['We will let you know when exports finish in 30 minutes.', null],
  ['In 30 minutes we will post another update.', 30],
  ['By 10:00 UTC we will share an update.', 60],
  ['At 10:00 UTC, we will share an update.', 60],
  ['At 10:00 UTC we restart the servers, and an update follows.', null],
  ['At 08:30 UTC we restarted chat; next update at 09:30 UTC.', 30],
  ['Since 08:00 UTC exports are late. We will write again in 30 min.', 30],
  ['The next update will be delivered in 30 minutes.', 30],
  ['The next update is going to be published no later than 10 AM UTC.', 60],
  ['Your next update from us: 10 AM UTC.', 60],
  ['We continue to see delays of 30 minutes and will send the next update at 10:00 UTC.', 60],
  [
    'We appreciate your patience and will provide an additional update within the next 60 minutes or as more information becomes available.',
    60,
  ],
  ['Sync jobs run every 15 minutes and will catch up; we will update you in 45 minutes.', 45],
  ['We expect our next update to be at 10:00 UTC.', 60],
  ['Our next update is expected at 10:00 UTC, once the restart is done.', 60],
  ['Kustomer will provide another update by 10:00AM UTC', 60],
  ['Kustomer Support will share an update in 30 minutes', 30],
  ['The voice team will report back within the hour.', 60],
  ['Our on-call engineers will report back within the hour.', 60],
  ['Engineering will share findings within the hour.', 60],
  ['Please expect further communication in the next 2-3 hours.', 180],
  ['Further comms in 2 hrs', 120],
  ['We will communicate again in 2 hours', 120],
  ['We will issue another statement in two hours.', 120],
  ['We will post our findings in 30 minutes.', 30],
  ['I will write again in 15 minutes.', 15],
  ['Back with an update in 30 minutes.', 30],
  ['Back in 30 minutes with an update.', 30],
  ['Will update in 30 minutes.', 30],
  ['Will post again at 10:00 UTC.', 60],
  ['Looking into it, will report back in 30 minutes.', 30],
  ['Investigating. Next: 30 min.', 30],
  ['Expect the next word from us by quarter past ten UTC.', 75],
  ['We are going to write here again in 25 minutes.', 25],
  ['You will find a new entry here in 40 minutes.', 40],
  ['Our engineers will give a status at 11:00 UTC.', 120],
  ['Further details at 10:45 UTC.', 105],
  ['We will tell you more in one hour.', 60],
  ['We will say more in one hour.', 60],
  ['We intend to post hourly until this is over.', 60],
  ['Word from us every 45 minutes.', 45],
  ['Expect a note from us each half hour.', 30],
  ['We owe you an update by 10:00 UTC.', 60],
  ['The following post is scheduled for 12:00 GMT.', 180],
  ['Until our next update at 10:00 UTC, please use email.', 60],
  ['Please use email until our next update at 10:00 UTC.', 60],
  ['Next checkpoint: 10:00 UTC.', null],
  ['We will have news in 15 min.', 15],
  ['Give us 30 minutes; then we will report.', null],
  ['We are investigating, news in 30 minutes.', 30],
  ['News in 30 minutes.', 30],
  ['A progress report comes in two hours.', 120],
  ['Calls drop after 10 minutes.', null],
  ['Sessions expire every 20 minutes and agents must log in again.', null],
  ['Reports of the last 2 hours are missing.', null],
  ['We have had no new reports in 30 minutes.', null],
  ['No new reports within the last hour.', null],
  ['We have received another report in the past hour.', null],
  ['Customers receive the same message again within 5 minutes.', null],
  ['Another message arrives 30 minutes late.', null],
  ['New conversations show up within 20 minutes.', null],
  ['New messages are posted every 10 minutes in batches.', null],
  ['Status changes are shared with integrations every 10 minutes.', null],
  ['Information may be up to an hour old.', null],
  ['The next sync will run at 10:00 UTC.', null],
  ['The next batch of emails goes out in 30 minutes.', null],
  ['The next retry happens in 5 minutes.', null],
  ['Our provider will give more information at 10:00 UTC.', null],
  ['Twilio expects to post again in 30 minutes.', null],
  ['We asked AWS for news and will share what we hear by 10:00 UTC.', 60],
  ['We are in contact with our carrier and will post again by 10:30 UTC.', 90],
  ['A restart is planned for 10:00 UTC; we will update this page afterwards.', null],
  ['We plan to restart at 10:00 UTC and will update this page at 10:30 UTC.', 90],
  ['Restart at 10:00 UTC, next update at 10:30 UTC.', 90],
  ['We will continue to update you every 15 minutes.', 15],
  ['We will continue to provide updates every 15 minutes.', 15],
  ['Continuous updates every 15 minutes.', 15],
  ['Next update: no later than 11:00 (UTC+1).', 60],
  ['Next update by close of business.', null],
  ['Next update by 17:00 local time.', null],
  ['Our next message to you: 10.00 GMT.', 60],
  ['The next post will be up at 6 AM ET sharp.', 60],
  ['Update expected 10:00 UTC.', 60],
  ['Another update is slated for 10:00 UTC.', 60],
  ['Updates to follow hourly.', 60],
  ['You can look for the next posting at 10:00 UTC.', 60],
  ['See you here again in 30 minutes.', 30],
  ['We return with news in 30 minutes.', 30],
  ['We will speak again in 30 minutes.', 30],
  ['We will give you another heads-up in 30 minutes.', 30],
  ['Deployment takes 20 minutes, after which we will post an update.', null],
  ['Deployment takes 20 minutes; expect an update in 30.', null],
  ['Our team posts every 30 minutes.', 30],
  ['We have been posting every 30 minutes.', null],
  ['We posted updates every 30 minutes.', null],
  ['Thanks for waiting: more from us in 30 minutes.', 30],
  ['We are waiting on a vendor and will update in 30 minutes.', 30],
  ['An hour from now we will write again.', 60],
  ['Within an hour there will be another update.', 60],
  ['By 10:30 UTC you will have heard from us.', 90],
  ['We will not leave you without news for more than 30 minutes.', null],
  ['Once the index is built, expected within 2 hours, we will update this page.', null],
  ['We will update this page when the index is built, in about 2 hours.', null],
  ['Search catches up within 2 hours. We will confirm here.', null],
  ['We will confirm here within 2 hours.', 120],
  ['We will confirm by 10:00 UTC.', 60],
]

describe('texts', () => {
  it.each(TEXTS)('%s', (text, due) => {
    expect(minutes(text)).toBe(due)
  })

  it('know that American wall clocks are an hour off in winter', () => {
    expect(minutes('The next update comes at 6 am ET.', Date.UTC(2026, 0, 5, 9))).toBe(120)
  })

  it('know that European wall clocks are an hour off in winter', () => {
    expect(minutes('The next update comes at 18:00 Berlin time.', Date.UTC(2026, 0, 5, 9))).toBe(480)
  })

  it('hold the first promise of news', () => {
    expect(minutes('Exports clear in 2 hours. Next update in 30 minutes. Then news every hour.')).toBe(30)
  })
})

describe('the promise of an incident', () => {
  const incident = (...updates: [phase: string, minute: number, text: string][]) =>
    ({
      updates: updates.map(([phase, minute, text]) => ({ phase, at: POSTED + minute * 60_000, text })),
    }) as unknown as Parameters<typeof promiseOf>[0]
  const due = (...updates: [phase: string, minute: number, text: string][]) => {
    const promise = promiseOf(incident(...updates))
    return promise === null ? null : (promise - POSTED) / 60_000
  }

  it('is the newest', () => {
    expect(
      due(['monitoring', 40, 'More within the hour.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBe(100)
  })

  it('outlives updates that promise nothing', () => {
    expect(
      due(['identified', 10, 'We go on working.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBe(30)
  })

  it('ends with the incident', () => {
    expect(
      due(['resolved', 10, 'It is over.'], ['investigating', 0, 'Next update in 30 minutes.']),
    ).toBeNull()
  })
})

describe('texts of a megabyte', () => {
  it.each([
    'update within the next ',
    '12:00 ',
    '30 minutes ',
    '9',
    'a@b',
    '@',
    ':\n',
    'more ',
    'next update by 3pm. We saw 12 ',
    'tomorrow at ',
    ' - 1 ',
  ])('of "%s" cost no more than their length', (piece) => {
    const start = performance.now()
    promisedBy(piece.repeat(1_000_000 / piece.length), POSTED)
    // Quadratic work takes minutes.
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
