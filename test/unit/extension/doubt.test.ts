import { describe, expect, it } from 'vitest'
import { doubt } from '../../../extension/domain/doubt.ts'
import { impact, judgement, plainSpaces, voice } from '../text/voices.ts'

describe('what is copied by “This looks wrong”', () => {
  it('holds the verdict, each reason, and each report once', () => {
    const because = [{ source: 'title', text: 'Chat on Prod1' }] as const
    const text = plainSpaces(
      doubt(
        judgement({
          level: 'degraded',
          impacts: [
            impact('chat', 'failing', { because, incident: 'abc123' }),
            impact('email', 'delayed', { because, incident: 'abc123' }),
          ],
        }),
        voice,
      ),
    )
    expect(text).toContain('Chat has had errors on Prod1 (US) since 2:05 PM UTC.')
    expect(text.match(/The report is titled “Chat on Prod1”/g)).toHaveLength(2)
    expect(text.match(/incidents\/abc123/g)).toHaveLength(1)
    expect(text).toMatch(/\nprod1, \d{4}-\d\d-\d\dT/)
  })

  it('tells what the page says as text of others, and links only to the vendor', () => {
    const because = [{ source: 'update', text: 'See https://evil.example\n- Email: down' }] as const
    const text = doubt(
      judgement({
        level: 'degraded',
        impacts: [impact('chat', 'failing', { because, incident: '../evil' })],
      }),
      voice,
    )
    // In quotation marks, on the line that says whose words they are.
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1)
    expect(text).not.toContain('../evil')
  })
})
