import { describe, expect, it } from 'vitest'
import { ask, hits, short } from '../../support/ask.ts'

/** Each line is a sentence of our own and what a careful reader takes from it. */
const table = (name: string, rows: readonly (readonly [sentence: string, hit: string])[]): void => {
  describe(name, () => {
    it.each(rows)('%s', (sentence, hit) => {
      expect(hits(sentence).join(' ')).toBe(hit)
    })
  })
}

table('effects in words', [
  ['Search is unavailable.', 'search:down'],
  ['The knowledge base is inaccessible.', 'knowledge-base:down'],
  ['There is an outage of voice.', 'voice:down'],
  ['Nobody can log in.', 'login:down'],
  ['No agents are able to log in.', 'login:down'],
  ['Exports are currently down.', 'exports:down'],
  ['Exports are not available.', 'exports:down'],
  ['Exports are unavailable for some accounts.', 'exports:failing'],
  ['Exports are intermittently unavailable.', 'exports:failing'],
  ['Exports fail with errors.', 'exports:failing'],
  ['The API returns 503s.', 'api:failing'],
  ['The API answers with 5xx codes.', 'api:failing'],
  ['The login page returns a 502.', 'login:failing'],
  ['Search shows a 404 page to 500 customers.', 'search:failing'],
  ['AI agents give no answers.', 'assistants:failing'],
  ['Calls to the voice line are not routed.', 'routing:failing voice:failing'],
  ['Webhooks are not being sent.', 'webhooks:failing'],
  ['WhatsApp messages are not delivered.', 'whatsapp:failing'],
  ['Timelines are not loading.', 'timeline:failing'],
  ['The web client is unresponsive.', 'web-client:failing'],
  ['Agents are unable to place calls.', 'voice:failing'],
  ['SMS may be delayed.', 'sms:delayed'],
  ['Searches are slow.', 'search:delayed'],
  ['There is latency in workflows.', 'workflow:delayed'],
  ['Reporting is out of date.', 'analytics:delayed'],
  ['There is an issue with Instagram.', 'instagram:failing'],
  ['There is an issue with Instagram that causes delays.', 'instagram:delayed'],
  ['A disruption of Facebook causes slow delivery.', 'facebook:delayed'],
])

table('each symptom stays with its own capability', [
  ['Chat is down and email is delayed.', 'chat:down email:delayed'],
  [
    'Logins fail, searches are slow, and exports are unavailable.',
    'exports:down login:failing search:delayed',
  ],
  ['Delays in email, SMS and WhatsApp.', 'email:delayed sms:delayed whatsapp:delayed'],
  ['Email, SMS and WhatsApp are delayed.', 'email:delayed sms:delayed whatsapp:delayed'],
  ['Errors in search and slow exports.', 'exports:delayed search:failing'],
  ['Chat is slow and some messages are lost.', 'chat:failing'],
])

table('the head of the phrase is hit', [
  ['Surveys for voice and email are not sent.', 'csat:failing'],
  ['Email and SMS notifications are delayed.', 'notifications:delayed'],
  ['Chat notifications are missing.', 'notifications:failing'],
  ['Observability of AI agents is delayed.', 'analytics:delayed'],
  ['Messages via WhatsApp and SMS are delayed.', 'sms:delayed whatsapp:delayed'],
  ['Chat and voice conversations are not routing.', 'chat:failing routing:failing voice:failing'],
  ['Search in the timeline is slow.', 'search:delayed'],
  ['The conversational assistants in chat do not respond.', 'assistants:failing'],
  ['Webhooks for email events fail.', 'webhooks:failing'],
  ['Calls to outbound webhooks end in errors.', 'webhooks:failing'],
  ['Calls to the API fail.', 'api:failing'],
  ['Survey emails are delayed.', 'csat:delayed'],
])

table('attachments belong to a channel', [
  ['Attachments in chat fail to load.', 'attachments:failing'],
  ['Chat attachments are delayed.', 'attachments:delayed'],
  [
    'The event is in the chat channel alone, where attaching files in chat ends in an error.',
    'attachments:failing',
  ],
  ['Images cannot be sent in chat.', 'attachments:failing'],
  ['Attachments in emails fail to load.', 'email:failing'],
  ['Email attachments are missing.', 'email:failing'],
  ['Images in knowledge base articles are not loading.', 'knowledge-base:failing'],
  ['Attachments in chat and email fail.', 'attachments:failing email:failing'],
])

table('what is said to work is not hit', [
  ['Email is delayed, but not chat.', 'email:delayed'],
  ['Email is delayed, but not chat, SMS or voice.', 'email:delayed'],
  ['Email is delayed, chat is not affected.', 'email:delayed'],
  ['Email is delayed. All other channels, including chat and voice, work as expected.', 'email:delayed'],
  [
    'All channels except voice are delayed.',
    'chat:delayed email:delayed facebook:delayed instagram:delayed sms:delayed twitter:delayed whatsapp:delayed',
  ],
  [
    'All channels except voice and SMS are delayed.',
    'chat:delayed email:delayed facebook:delayed instagram:delayed twitter:delayed whatsapp:delayed',
  ],
  ['On all pods but Prod4, WhatsApp messages are delayed.', 'whatsapp:delayed'],
  ['Apart from chat, all works.', 'chat:failing'],
  ['Neither chat nor email in Prod1 is available.', 'chat:down email:down'],
  ['Surveys for voice are slow, and email has issues.', 'csat:delayed email:delayed'],
  ['There are no delays in email. Search is slow.', 'search:delayed'],
  ['The API was unaffected while exports failed.', 'exports:failing'],
  ['Exports fail without affecting the API.', 'exports:failing'],
  ['Chat works, email does not.', 'email:failing'],
  ['Chat is down. Chat is now working as expected.', 'platform:notice?'],
  ['Chat is down. Chat is now working for most customers.', 'chat:down'],
  ['Chat is down. Our team is bringing the chat service back up.', 'chat:down'],
  ['Neither chat nor email is affected. Search is slow.', 'search:delayed'],
  ['Email is slow. Our team is working as fast as possible on chat tools.', 'email:delayed'],
])

table('causes, times, remedies and ways to reach people hit nothing', [
  ['Search is slow due to an outage of the API.', 'search:delayed'],
  ['SMS is delayed because our carrier has an outage.', 'sms:delayed'],
  ['After logging in, searches are slow.', 'search:delayed'],
  ['Exports are delayed. We have restarted the search servers.', 'exports:delayed'],
  ['Exports are delayed. If you have questions, reach out to us by email or chat.', 'exports:delayed'],
  ['Exports are delayed. Please contact Kustomer Support through chat.', 'exports:delayed'],
  ['Exports are delayed, reach out to us through chat or SMS.', 'exports:delayed'],
  ['Exports are delayed. We do not have a timeline for a fix yet.', 'exports:delayed'],
  ['Exports are delayed. Customers reported this at noon.', 'exports:delayed'],
  ['Exports are delayed. The event follows a recent deployment to our search cluster.', 'exports:delayed'],
  ['Exports are delayed. We recommend not to restart a workflow.', 'exports:delayed'],
])

table('the same may be said of another', [
  ['Searches fail. The same is true of exports.', 'exports:failing search:failing'],
  ['Searches fail. Exports are slow, and so are surveys.', 'csat:delayed exports:delayed search:failing'],
  ['Searches fail. Voice works. The same goes for SMS.', 'search:failing'],
])

describe('parts of a text', () => {
  it('splits sentences that the template forgot to part', () => {
    expect(hits('An event affecting SMS that may delay messages Our team is looking at chat logs')).toEqual([
      'sms:delayed',
    ])
  })

  it('takes "this issue" as the one already spoken of', () => {
    expect(
      short(ask({ title: 'Prod1 search slow', updates: ['We are looking for the cause of this issue.'] })),
    ).toEqual(['search:delayed'])
  })

  it('knows a report from those who report', () => {
    expect(hits('Customers in Prod1 report late texts.')).toEqual(['sms:delayed'])
  })

  it('drops a title tag that a more precise word follows', () => {
    expect(short(ask({ title: '[CHAT] Files cannot be attached in chat [Prod1]' }))).toEqual([
      'attachments:failing',
    ])
  })

  it('reads HTML and Markdown as text', () => {
    expect(hits('<p>The <b>API</b> is <i>slow</i>.</p><p>**Exports** are _down_.</p>')).toEqual([
      'api:delayed',
      'exports:down',
    ])
  })
})
