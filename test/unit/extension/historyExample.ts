import fc from 'fast-check'
import type { Exported } from '../../../extension/domain/history/export/exported.ts'
import type { Span, Story, Timeline } from '../../../extension/domain/history/model.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'

/** Halves of characters too. */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

/** An invented September on one pod, to be exported. */

export const at = (text: string): number => Date.parse(`2026-09-${text}Z`)

export const span = (from: string, to: string, more: Partial<Span> = {}): Span => ({
  from: at(from),
  to: at(to),
  capability: 'chat',
  effect: 'failing',
  certainty: 'confirmed',
  incident: 'abc123',
  basis: 'seen',
  ...more,
})

export const story: Story = {
  id: 'abc123',
  kind: 'incident',
  title: 'Chat is slow, and “errors” show',
  startedAt: at('01T16:30:00'),
  firstUpdateAt: at('01T16:33:00'),
  endedAt: at('01T17:11:00'),
  knownUntil: at('01T17:11:00'),
  isOpen: false,
  stages: [
    {
      from: at('01T16:30:00'),
      to: at('01T17:11:00'),
      phase: 'investigating',
      impacts: [
        {
          capability: 'chat',
          effect: 'failing',
          certainty: 'confirmed',
          phase: 'investigating',
          since: '2026-09-01T16:30:00.000Z',
          incident: 'abc123',
          because: [{ source: 'title', text: 'Chat is slow' }],
        },
      ],
    },
    { from: at('01T17:11:00'), to: at('30T00:00:00'), phase: 'resolved', impacts: [] },
  ],
  updates: [
    { phase: 'resolved', text: 'All is well; thanks.', at: at('01T17:11:00'), touched: [] },
    { phase: 'investigating', text: 'We look into it.\nMore soon.', at: at('01T16:33:00'), touched: [] },
  ],
  promises: [{ madeAt: at('01T16:33:00'), due: at('01T17:00:00'), cameAt: at('01T17:11:00') }],
}

export const exported = (timeline: Partial<Timeline> = {}): Exported => ({
  timeline: {
    pod: 'prod2',
    from: at('01T00:00:00'),
    to: at('30T00:00:00'),
    spans: [
      span('01T16:30:00', '01T17:11:00'),
      span('02T06:00:00', '02T06:10:00', {
        capability: 'email',
        certainty: 'possible',
        incident: null,
        basis: 'page',
      }),
    ],
    watched: [{ from: at('01T00:00:00'), to: at('02T08:00:00') }],
    stories: [story],
    ...timeline,
  },
  podName: 'Prod2 (EU)',
  place: placeOf(at('30T12:00:00'), 'en', 'Europe/Berlin'),
  working: [{ from: at('01T06:00:00'), to: at('01T16:50:30') }],
  noticed: [
    {
      at: at('01T16:02:00'),
      since: at('01T16:00:00'),
      updated: at('01T16:30:00'),
      end: at('01T16:31:00'),
      what: 'app',
      kind: 'failing',
      bad: 14,
      tried: 20,
      codes: { 503: 14 },
      control: at('01T16:30:00'),
      spoken: true,
      confirmed: at('01T16:33:00'),
      said: 'trouble',
    },
  ],
  linkOf: (incident) => `https://status.example/${incident ?? ''}`,
})
