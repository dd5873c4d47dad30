import { describe, expect, it } from 'vitest'
import { extension } from '../../../extension/text/en.ts'
import { NO_REPLIES, type OwnReplies, SITUATIONS } from '../../../extension/text/ownReplies.ts'
import { ownReply } from '../../../extension/text/ownReply.ts'
import { reply } from '../../../extension/text/reply.ts'
import type { Impact, Judgement } from '../../../shared/model/verdict.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { impact, inMinutes, judgement, NOW, plainSpaces } from '../text/voices.ts'

const words = extension.customerReply
const place = placeOf(NOW)

const say = (
  texts: OwnReplies['texts'],
  judged: Judgement,
  more: Partial<OwnReplies> & { contact?: string } = {},
) => {
  const { contact = null, ...own } = more
  return ownReply(judged, ['email', 'voice'], { ...NO_REPLIES, texts, ...own }, words, place, contact)
}

const mixed = judgement({
  level: 'outage',
  impacts: [
    impact('chat', 'down'),
    impact('attachments', 'down'),
    impact('sms', 'delayed'),
    impact('login', 'failing'),
  ],
})
const soon = { nextUpdate: { due: inMinutes(25), overdue: false } }

describe('a reply in a company’s own words', () => {
  it('fills in what is affected, what besides, what works, when more is known and where else to turn', () => {
    const down = 'No {what}. Also slow: {also}. Use {works}. More by {time}. Or call {contact}.'
    const said = say({ down }, { ...mixed, ...soon }, { contact: '+1 555 0100' })
    expect(plainSpaces(said?.full ?? '')).toBe(
      'No our chat and sending files in our chat. Also slow: text messages. Use email and phone calls. More by 3:25 PM UTC. Or call +1 555 0100.',
    )
    expect(said?.short).toBe('No our chat and sending files in our chat.')
  })

  it('leaves out a sentence whose placeholder has nothing to say', () => {
    const down = 'Hello! {what} is down. Also: {also}. More by {time}. Call {contact}. Sorry.'
    const chat = judgement({ level: 'outage', impacts: [impact('chat', 'down')] })
    expect(say({ down }, chat)).toEqual({
      short: 'Hello! Our chat is down.',
      full: 'Hello! Our chat is down. Sorry.',
    })
    expect(say({ down: 'Call {contact}.' }, chat)).toBeNull()
  })

  it.each([
    [
      'We’re sorry. {what} is down. {also} is slow. Thank you.',
      'We’re sorry. Our chat is down. Thank you.',
      'en',
    ],
    ['There’s a problem with {what}. {contact} reaches us too.', 'There’s a problem with our chat.', 'en'],
    ['{what} 停止中です。{contact} まで。お待ちください。', 'Our chat 停止中です。お待ちください。', 'ja'],
    [
      'Betroffen: {what}. Weiter geht: {works}.',
      'Betroffen: our chat. Weiter geht: email und phone calls.',
      'de',
    ],
    ['{what}? {contact}! Ok.', 'Our chat? Ok.', 'fr'],
  ])('knows where its sentences end: %s', (down, full, language) => {
    const chat = judgement({ level: 'outage', impacts: [impact('chat', 'down')] })
    expect(say({ down }, chat, { language })?.full).toBe(full)
  })

  it('is chosen by the worst that is certain, and by what customers notice', () => {
    const texts = Object.fromEntries(SITUATIONS.map((one) => [one, `${one}: {what}.`]))
    const about = (...impacts: readonly Impact[]) =>
      say({ ...texts, slow: 'slow.' }, judgement({ level: 'degraded', impacts }))?.full
    expect(about(impact('chat', 'failing'), impact('email', 'delayed'))).toBe('Failing: our chat.')
    expect(about(impact('email', 'delayed'))).toBe('Delayed: email.')
    expect(about(impact('voice', 'maintenance'))).toBe('Maintenance: phone calls.')
    expect(about(impact('chat', 'down', { certainty: 'possible' }))).toBe('Possible: our chat.')
    expect(about(impact('chat', 'down', { certainty: 'possible' }), impact('email', 'delayed'))).toBe(
      'Delayed: email.',
    )
    expect(about(impact('login', 'down'))).toBe('Slow.')
    expect(about(impact('exports', 'down'))).toBeUndefined()
  })

  it('calls things what the company’s customers call them, in its language', () => {
    const own = { language: 'de', names: { chat: 'unser Chat', sms: 'SMS', exports: 'Ihr Download' } }
    const impacts = [impact('chat', 'down'), impact('sms', 'down'), impact('exports', 'down')]
    const judged = { ...judgement({ level: 'outage', impacts }), ...soon }
    const said = say({ down: '{what}: gestört. Mehr um {time}.' }, judged, own)
    expect(plainSpaces(said?.full ?? '')).toBe(
      'Unser Chat, SMS und Ihr Download: gestört. Mehr um 15:25 UTC.',
    )
  })

  it('is text, whatever it holds, and filled in once', () => {
    const own = { names: { chat: '<b>{contact}</b>' } }
    const chat = judgement({ level: 'outage', impacts: [impact('chat', 'down')] })
    expect(say({ down: '{what} & <i>more</i>.' }, chat, { ...own, contact: 'x' })?.full).toBe(
      '<b>{contact}</b> & <i>more</i>.',
    )
  })

  it('is none where the company has no words for it, or there is nothing to tell', () => {
    expect(say({ delayed: 'x' }, mixed)).toBeNull()
    expect(say({ down: 'x' }, judgement())).toBeNull()
    expect(say({ down: 'x' }, { ...mixed, level: 'unknown' })).toBeNull()
  })
})

describe('a reply in our words', () => {
  it('ends with the company’s other contact, where it named one', () => {
    const chat = judgement({ level: 'outage', impacts: [impact('chat', 'down')] })
    const said = reply(chat, [], words, place, 'https://help.example.com/')
    expect(said?.full.endsWith('You can also reach us here: https://help.example.com/')).toBe(true)
    expect(said?.short).not.toContain('help.example.com')
    expect(reply(chat, [], words, place)?.full).not.toContain('reach us')
  })
})
