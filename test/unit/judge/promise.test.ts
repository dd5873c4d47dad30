import { describe, expect, it } from 'vitest'
import { promisedBy } from '../../../shared/judge/promise.ts'

const POSTED = Date.UTC(2026, 4, 4, 9)
const minutes = (text: string, from = POSTED): number | null => {
  const due = promisedBy(text, from)
  return due === null ? null : (due - from) / 60_000
}

describe('a promise of the next word', () => {
  it.each([
    ['The next update follows within the next 30 minutes.', 30],
    ['You will hear from us within 1 hour or sooner.', 60],
    ['We will post again in half an hour.', 30],
    ['Expect news within the next hour.', 60],
    ['We report back every two hours.', 120],
    ['Further notice within forty-five minutes.', 45],
    ['We will be in touch in 1 hour and 30 minutes.', 90],
    ['We will update this page hourly.', 60],
    ['Next report no later than 20 mins from now.', 20],
    ['Another update in 24 hours.', 1440],
    ['The next update comes by 10:15 UTC.', 75],
    ['The next update comes at 6:00 AM EDT.', 60],
    ['The next update comes at 6 am ET.', 60],
    ['The next update comes by 8:30 UTC.', 1410],
  ])('%s', (text, due) => {
    expect(minutes(text)).toBe(due)
  })

  it('knows that American wall clocks are an hour off in winter', () => {
    expect(minutes('The next update comes at 6 am ET.', Date.UTC(2026, 0, 5, 9))).toBe(120)
  })

  it.each([
    'Messages are delayed by 30 minutes.',
    'We have implemented an update that takes effect within 30 minutes.',
    'Exports complete within 2 hours.',
    'We will share an update as soon as we know more.',
    'Emails are late in the platform. Please write to us.',
    'The backlog will clear within an hour.',
  ])('is not: %s', (text) => {
    expect(minutes(text)).toBeNull()
  })
})
