import { describe, expect, it } from 'vitest'
import { ask } from '../../support/ask.ts'

// Sentences that read one way and mean another: good words that complete bad ones, exceptions before their verb,
// health that is somebody else's, and trouble that is none.

describe('trouble of the chat shows a banner, however it is worded', () => {
  it.each([
    'Everything except chat is working.',
    'All features work apart from chat.',
    'Chat is not working as expected.',
    'Chat is not operating normally.',
    'Chat is slower than normal.',
    'Chat wait times are longer than normal.',
    'Chat error rates are above normal levels.',
    'Chat is unable to function as normal.',
    'Chat errors are back.',
    'Chat fails to come back online.',
    'Emails are slow. Chat: down.',
    'File attachments are failing.',
    'File uploads are failing.',
    'Customers cannot contact you via chat.',
    'Customers who reach out via chat get no response.',
    'No one can use chat.',
    'Users should expect errors in chat.',
    'Please note that chat is unavailable.',
    'We regret to inform you that chat is unavailable.',
    'Sorry, chat is down.',
    'Because of a network issue chat is down.',
    'Following a deployment chat fails to load.',
    'An issue at our provider has made chat unavailable.',
    'Emails are slow. Chat has not recovered.',
    'Emails are slow. Chat is not fully operational.',
    'Emails are slow. We have disabled chat.',
    'About half of all chats fail.',
    'Zero chats are getting through.',
  ])('%s', (says) => {
    expect(ask({ title: 'Prod1 incident', updates: [says] }).banner).not.toBeNull()
  })
})

describe('what works in part, or for a while, takes nothing away', () => {
  it.each([
    'Chat works again for 50% of customers.',
    'Chat works again for 9 out of 10 customers.',
    'Chat works again once the page is reloaded.',
    'Chat works again if the page is reloaded.',
    'Chat is recovering.',
    'Chat has recovered partially.',
    'Chat recovered briefly, then went down again.',
    'Chat for agents works again.',
  ])('%s', (says) => {
    const verdict = ask({ title: 'Prod1 incident', updates: ['Chat is down.', ['monitoring', says]] })
    expect(verdict.banner?.effect).toBe('down')
  })
})

describe('what is no trouble of the chat shows no banner', () => {
  it.each([
    'We do not believe chat is affected.',
    'It is unlikely that chat is affected.',
    'Only email is affected; chat, SMS and voice are not.',
    'Yesterday chat was down.',
    'This has no bearing on chat.',
    'Chat agents cannot log in.',
    'Live chat agents see slow search.',
    'We apologize for any disruption this may have caused.',
    'Error rates continue to fall.',
    'We see fewer errors.',
    'This notice was posted in error.',
  ])('%s', (says) => {
    expect(ask({ title: 'Prod1 incident', updates: ['Email is down.', says] }).banner).toBeNull()
  })
})

describe('a pod is not spared by what is well beside it', () => {
  it.each([
    'Chat is in trouble. Prod1 works, but with delays.',
    'Prod1 is fine except for chat.',
    'Prod1 works again; chat there is still slow.',
    'Email is down in Prod2. In Prod1, email is fine but chat is slow.',
    'Prod1 recovered for a while, then went down again.',
    'All pods except Prod1 have recovered.',
    'Everything except Prod1 is back.',
    'Apart from Prod1, all pods are back.',
    'Worldwide chat outage.',
    'Chat is down in Prod2. We are checking whether Prod1 is affected.',
    'Chat is down. The next update will be at noon in London.',
    "Prod1 isn't working as expected.",
  ])('%s', (says) => {
    expect(ask({ title: 'Incident', updates: [says] }).level).not.toBe('ok')
  })

  it.each([
    'The fix has been successfully deployed to Prod1.',
    'A fix is available in Prod1.',
    'There is no fix for Prod1 available yet.',
    'The Prod1 database is back online.',
    'Prod1 is recovering.',
    'Prod1 is back for 80% of customers.',
    'Prod1 has recovered partially.',
    "We'd like to see Prod1 back.",
  ])('%s', (says) => {
    expect(ask({ title: 'Chat down in Prod1 and Prod2', updates: [says] }).level).toBe('outage')
  })
})
