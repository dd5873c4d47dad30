import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Notifier, showNotifications } from '../../../extension/background/showNotifications.ts'
import type { Change } from '../../../extension/domain/alerts/decide.ts'
import { incidentOf, notificationOf } from '../../../extension/domain/alerts/notificationText.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { inMinutes, NOW } from '../text/voices.ts'
import { seen, trouble, unlistedPod, well } from './judgements.ts'

const place = placeOf(NOW)
const change = (kind: Change['kind'], judged = trouble(), incident: string | null = 'a1'): Change => ({
  kind,
  view: seen(judged),
  incident,
})

describe('a notification', () => {
  it('says which pod, what, and when more is known', () => {
    const judged = { ...trouble('down'), nextUpdate: { due: inMinutes(30), overdue: false } }
    const { title, text } = notificationOf([change('degraded', judged)], '1', place)
    expect(title).toBe('Trouble on Prod1 (US)')
    expect(text).toMatch(/^Chat hasn’t been working on .* since .*Next update due/)
  })

  it('says perhaps of a guess, and that it is over of what is', () => {
    const guess = trouble('failing', { certainty: 'possible' })
    expect(notificationOf([change('worse', guess)], '1', place).title).toBe('Prod1 (US) may be getting worse')
    expect(notificationOf([change('degraded', guess)], '1', place).title).toBe('Possible issue on Prod1 (US)')
    expect(notificationOf([change('back', well())], '1', place)).toMatchObject({
      title: 'Prod1 (US) is back to normal',
      text: 'No trouble is reported for Prod1 (US).',
    })
  })

  it('does not say of a pod that the page does not list that it is well again', () => {
    const { title, text } = notificationOf([change('back', unlistedPod())], '1', place)
    expect(title).toBe('No more incidents on Prod1 (US)')
    expect(`${title} ${text}`).not.toMatch(/normal|no trouble/i)
  })

  it('is one for all that changed at once, with a line for each', () => {
    const both = [change('degraded'), change('back', well('prod2'))] as const
    const { title, text } = notificationOf(both, '1', place)
    expect(title).toBe('News about Prod1 (US) and Prod2 (EU)')
    expect(text.split('\n')).toHaveLength(2)
  })

  it('has an id of its own, which leads back to its incident', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string({ minLength: 1 }), (one, other, incident) => {
        const ids = [one, other].map(
          (count) => notificationOf([change('worse', trouble(), incident)], String(count), place).id,
        )
        expect(ids[0] === ids[1]).toBe(one === other)
        expect(incidentOf(ids[0] ?? '')).toBe(incident)
      }),
    )
  })

  it('leads to no incident where it was about none', () => {
    expect(incidentOf(notificationOf([change('worse', trouble(), null)], '1', place).id)).toBe(null)
    for (const id of ['podlight/example/', 'other/1/a1', '']) expect(incidentOf(id)).toBe(null)
  })
})

describe('delivery', () => {
  const outbox = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase(), text: '' }))
  const showing = (more: Partial<Notifier>) => {
    const created: string[] = []
    const create: Notifier['create'] = async (id) => created.push(id)
    return { created, notifier: { create, shown: async () => [], ...more } }
  }

  it('shows all that waits, in its order', async () => {
    const { created, notifier } = showing({})
    await showNotifications(outbox, notifier)
    expect(created).toEqual(['a', 'b', 'c'])
  })

  it('leaves alone what is on the screen', async () => {
    const { created, notifier } = showing({ shown: async () => ['b', 'z'] })
    await showNotifications(outbox, notifier)
    expect(created).toEqual(['a', 'c'])
  })

  it('goes on where the browser refuses one, or does not say what it shows', async () => {
    const created: string[] = []
    await showNotifications(outbox, {
      create: async (id) => (id === 'a' ? Promise.reject(new Error('no')) : created.push(id)),
      shown: () => Promise.reject(new Error('no')),
    })
    expect(created).toEqual(['b', 'c'])
  })
})
