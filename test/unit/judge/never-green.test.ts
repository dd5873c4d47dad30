import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ask, type Scene } from '../../support/ask.ts'

/** Sentences of every kind: trouble, health, denials, other incidents, filler, and words that are no English. */
const sentence = fc.oneof(
  fc.constantFrom(
    'Chat works again.',
    'All systems are operational.',
    'This has been resolved.',
    'Nothing is affected.',
    'No errors are seen and none are expected.',
    'Everything is fine.',
    'This is unrelated to the search outage of last week.',
    'Our team keeps watching.',
    'Exports are not affected.',
    'Email is slow.',
    'Customers can log in again.',
    'Please contact support by chat.',
    'Planned as an exercise, with no impact.',
    '<b>Chat</b>: ✅',
    'Prod2 is not affected.',
    'It was a false alarm.',
  ),
  fc.lorem({ maxCount: 8 }),
  fc.string({ maxLength: 60 }),
)
const text = fc.array(sentence, { maxLength: 5 }).map((sentences) => sentences.join(' '))
const phase = fc.constantFrom('investigating', 'identified', 'monitoring', 'unheard of')

const scene: fc.Arbitrary<Scene> = fc.record({
  title: text,
  updates: fc.array(fc.tuple(phase, text), { minLength: 1, maxLength: 3 }),
  impact: fc.constantFrom(null, 'none', 'minor', 'major', 'critical'),
})

const runs = { numRuns: 400 }

describe('an open incident that concerns the pod is never green', () => {
  it('by a component of the pod, whatever its words are', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom('Search', 'Channel - Chat', 'Kustomer Voice'), (written, name) => {
        expect(ask({ ...written, listed: [`prod1 ${name}=operational`] }).level).not.toBe('ok')
      }),
      runs,
    )
  })

  it('by a title that names the pod', () => {
    fc.assert(
      fc.property(scene, (written) => {
        expect(ask({ ...written, title: '[PROD1] Under investigation' }).level).not.toBe('ok')
      }),
      runs,
    )
  })

  it.each([
    'Email, but not SMS, is slow (Prod1)',
    'Email is slow, excluding SMS (Prod1)',
    'All channels except voice are slow (Prod1)',
    'Chat (excluding attachments) is slow in Prod1',
    'Neither chat nor email works (Prod1)',
    'Emails delayed in Prod1 - chat works',
    'Nothing but exports is affected in Prod1',
    'Unlike Prod2, Prod1 sees errors in search',
    'Search is restored for Prod2, we keep working on Prod1.',
  ])('by a title that names the pod last: %s', (title) => {
    expect(ask({ title }).level).not.toBe('ok')
  })

  /** Whatever may call a pod by its number or its region. */
  const regions = [...kustomer.pods.values()].map((pod) => pod.regions.replaceAll('~', ''))
  const NAMES = RegExp(`prod|pod|[ue]\\.[suk]|\\b(?:${regions.join('|')})`, 'i')

  it('where no pod is named at all', () => {
    fc.assert(
      fc.property(scene, (written) => {
        fc.pre(!NAMES.test(JSON.stringify(written).replaceAll(/\\[nrt]/g, ' ')))
        expect(ask(written).level).not.toBe('ok')
      }),
      runs,
    )
  })

  it('says that nothing was found, and claims no more than that', () => {
    const verdict = ask({ title: '[PROD1] Under investigation', updates: ['Our team keeps watching.'] })
    expect(verdict).toMatchObject({
      level: 'notice',
      banner: null,
      impacts: [{ capability: 'platform', effect: 'notice', certainty: 'possible' }],
    })
    expect(verdict.impacts[0]?.because[0]?.text).toContain('Nothing affected was found')
  })

  it('but another pod’s incident leaves a pod green', () => {
    expect(ask({ title: '[PROD2] Under investigation' }).level).toBe('ok')
  })
})

/** A capability, one half of it that works, and the other that does not. */
const half = fc.constantFrom(
  ['email', 'Email', 'Outgoing emails', 'incoming emails'],
  ['voice', 'Voice', 'Inbound calls', 'outbound calls'],
  ['sms', 'SMS', 'SMS to existing contacts', 'SMS to new contacts'],
  ['chat', 'Chat', 'Chat on mobile', 'chat on desktop'],
  ['chat', 'Chat', 'Existing chat conversations', 'new chats'],
  ['search', 'Search', 'Saved searches', 'new searches'],
  ['login', 'Login', 'Logging in with a password', 'single sign-on'],
  ['webhooks', 'Webhooks', 'Inbound webhooks', 'outbound webhooks'],
  ['exports', 'Exports', 'CSV exports', 'exports to JSON'],
  ['whatsapp', 'WhatsApp', 'WhatsApp text messages', 'WhatsApp pictures'],
  ['analytics', 'Reporting', 'Standard reports', 'custom reports'],
)
const trouble = fc.constantFrom(
  ['is unavailable', 'down'],
  ['fails with errors', 'failing'],
  ['is slow', 'delayed'],
  ['is not working', 'failing'],
)
const works = fc.constantFrom(
  'work',
  'work again',
  'work as expected',
  'are not affected',
  'are fine',
  'have recovered',
  'are back to normal',
  'are unaffected',
  'go through as usual',
)
const worksOf = (subject: string, verb: string): string =>
  /s$|conversations|messages|contacts/.test(subject.split(' on ')[0] ?? '') || subject.includes(' to ')
    ? `${subject} ${verb}.`
    : `${subject} ${verb.replace(/^work/, 'works').replace(/^are/, 'is').replace(/^have/, 'has').replace(/^go/, 'goes')}.`

describe('what works acquits only itself', () => {
  it('one half that works, said in any later update, never removes the whole', () => {
    fc.assert(
      fc.property(
        half,
        trouble,
        works,
        fc.constantFrom('identified', 'monitoring'),
        (kind, how, verb, later) => {
          const [capability, whole, fine] = kind as [string, string, string, string]
          const [does, effect] = how as [string, string]
          const scene: Scene = {
            title: 'Under investigation [PROD1]',
            updates: [`${whole} ${does}.`, [later, worksOf(fine, verb)]],
          }
          const found = ask(scene).impacts.find((impact) => impact.capability === capability)
          expect(found?.effect).toBe(effect)
        },
      ),
      runs,
    )
  })

  it('one half that works, beside the other that does not, acquits neither the other nor the whole', () => {
    fc.assert(
      fc.property(half, trouble, works, fc.boolean(), (kind, how, verb, first) => {
        const [capability, , fine, bad] = kind as [string, string, string, string]
        const [does] = how as [string, string]
        const sentences = [worksOf(fine, verb), `There are problems with ${bad}: it ${does}.`]
        const body = (first ? sentences : sentences.reverse()).join(' ')
        const verdict = ask({ title: 'Under investigation [PROD1]', updates: [body] })
        expect(verdict.impacts.map((impact) => impact.capability)).toContain(capability)
      }),
      runs,
    )
  })

  it('the whole that works takes it all away, so the rule above is no accident', () => {
    const scene: Scene = {
      title: 'Under investigation [PROD1]',
      updates: ['Email is slow. Search is slow.', 'Email works again.'],
    }
    expect(ask(scene).impacts.map(({ capability }) => capability)).toEqual(['search'])
  })
})
