import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bannerText } from '../../../shared/text/banner.ts'
import { customer } from '../../../shared/text/en.ts'
import { around, fill } from '../../../shared/text/fill.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import { inMinutes, NOW, plainSpaces } from './voices.ts'

const place = placeOf(NOW, 'en', 'Europe/Berlin')
const tell = (scene: (typeof SCENES)[number], since: string | null = inMinutes(-55)) =>
  bannerText(scene, customer, place, { since, reachable: true })

describe('what customers are told', () => {
  it.each(SCENES)('%s has a headline, a next step and no jargon', (scene) => {
    const { headline, works } = tell(scene)
    expect(headline).toMatch(/^\p{Lu}.*[.?]$/u)
    expect(works).toMatch(/^\p{Lu}.*\.$/u)
    expect(headline + works).not.toMatch(/\b(pod|prod\d|incident|outage|degraded|latency|vendor|error)\b/i)
    expect(headline + works).not.toMatch(/!|kustomer/i)
  })

  it('says since when by the clock of the visitor', () => {
    expect(plainSpaces(tell('chat-failing').since ?? '')).toBe('Known since 3:05 PM.')
    expect(plainSpaces(tell('chat-down', '2031-03-02T08:00:00Z').since ?? '')).toContain('Mar 2, 9:00 AM')
  })

  it('words a guess as a guess, with no start and no claim', () => {
    expect(tell('possible').headline).toMatch(/might/)
    expect(tell('possible').since).toBeNull()
    expect(tell('recovering').headline).toMatch(/^Had trouble.*\?.*should/)
    expect(tell('recovering').since).toBeNull()
  })

  it('says that it is being worked on, unless that is plain or over', () => {
    const silent = SCENES.filter((scene) => tell(scene).working === null)
    expect(silent).toEqual(['maintenance', 'back'])
  })

  it('leaves out what nobody knows', () => {
    expect(bannerText('chat-down', customer, place)).toMatchObject({ since: null, contact: null })
    expect(tell('chat-down', 'yesterday').since).toBeNull()
    expect(tell('chat-down', inMinutes(5)).since).toBeNull()
    expect(tell('back').contact).toBeNull()
  })

  it('names the chat where it is not in sight', () => {
    for (const scene of SCENES) {
      const { headline, works } = bannerText(scene, customer, place, { where: 'outside' })
      expect(headline).toMatch(/\bour chat\b|chat messages/i)
      expect(works).toBe(tell(scene).works)
    }
    expect(bannerText('attachments-failing', customer, place, { where: 'outside' }).headline).toBe(
      'Sending files in our chat may not work right now.',
    )
  })

  it('sends nobody to write in a chat that has not appeared', () => {
    for (const scene of SCENES) {
      const { headline, works } = bannerText(scene, customer, place, { where: 'missing' })
      expect(headline).toBe(bannerText(scene, customer, place, { where: 'outside' }).headline)
      expect(works).not.toMatch(/You can still|message/)
    }
    expect(bannerText('attachments-delayed', customer, place, { where: 'missing' }).works).toBe(
      'If our chat doesn’t appear, please try again a little later.',
    )
  })

  it('leaves a place for the link to the other way', () => {
    const { contact } = tell('chat-down')
    expect(around(contact ?? '', 'contact')).toEqual(['You can also reach us here: ', ''])
    expect(fill(contact ?? '', { contact: 'Call us' })).toBe('You can also reach us here: Call us')
  })

  it('weighs less than a kilobyte for a whole language', () =>
    expect(brotliCompressSync(JSON.stringify(customer)).length).toBeLessThanOrEqual(1000))
})
