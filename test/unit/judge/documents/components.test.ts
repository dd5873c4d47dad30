import { describe, expect, it } from 'vitest'
import { short } from '../../../support/ask.ts'
import { CHAT, INCOMPLETE, judged, levelOf, levelsOf } from '../../../support/judged.ts'
import {
  componentRow,
  incident,
  type Json,
  touchedRow,
  update,
  wholeDocument,
} from '../../../support/wholeDocument.ts'

/** Components that an incident lists, lists no more, or never listed. */

it('is ok where all is whole and well', () => {
  expect(levelsOf(wholeDocument())).toEqual(['ok', 'ok'])
})

describe('an incident that lists no components', () => {
  const touched = [touchedRow('prod1', CHAT, 'major_outage')]
  const told = (components: Json | undefined, rows: Json = touched) => {
    const one = incident({
      name: 'We are looking into an event',
      incident_updates: [update('investigating', 'Our team is at work.', 5, rows)],
    })
    if (components === undefined) delete one['components']
    else one['components'] = components
    return wholeDocument({}, [one])
  }

  it.each([
    ['empty', []],
    ['null', null],
    ['missing', undefined],
  ])('is judged by what its updates spoke for: %s', (_, components) => {
    expect(short(judged(told(components)))).toEqual(['chat:down'])
    expect(levelOf(told(components), 'prod2')).toBe('ok')
  })

  it('takes the newest update that names a component', () => {
    const feed = wholeDocument({}, [
      incident({
        name: 'Event',
        incident_updates: [
          update('identified', 'We go on.', 20),
          update('identified', 'It is less bad.', 10, [
            touchedRow('prod1', CHAT, 'degraded_performance', 'major_outage'),
          ]),
          update('investigating', 'It is bad.', 5, touched),
        ],
      }),
    ])
    expect(short(judged(feed))).toEqual(['chat:delayed'])
  })

  it('names its pod though the component reads operational throughout, until it is said to be well again', () => {
    const rows = [touchedRow('prod1', CHAT, 'operational')]
    expect(levelOf(told([], rows))).not.toBe('ok')
    const recovered = incident({
      incident_updates: [
        update('monitoring', 'We watch.', 20, [touchedRow('prod1', CHAT, 'operational', 'major_outage')]),
        update('investigating', 'It is bad.', 5, touched),
      ],
    })
    expect(levelOf(wholeDocument({}, [recovered]))).toBe('ok')
    expect(judged(wholeDocument({}, [{ ...recovered, components: null }]))).toMatchObject(INCOMPLETE)
  })

  it('proves nothing for any pod where the updates do not tell either', () => {
    expect(levelOf(told(null, null))).not.toBe('ok')
    const named = incident({ name: 'Chat is slow (Prod2)', components: null })
    expect(judged(wholeDocument({}, [named]))).toMatchObject(INCOMPLETE)
    expect(levelOf(wholeDocument({}, [{ ...named, components: [] }]))).toBe('ok')
  })

  it('knows a pod that the page does not list yet by the name of its component', () => {
    const rows = [
      { ...touchedRow('prod1', CHAT, 'major_outage'), code: 'new', name: `Prod4 (India) - ${CHAT}` },
    ]
    expect(short(judged(told([], rows), 'prod4'))).toEqual(['chat:down'])
    expect(levelsOf(told([], rows))).toEqual(['ok', 'ok'])
  })
})

describe('a component that an open incident lists no more', () => {
  const told = (now: string, later: Json = null) =>
    wholeDocument({}, [
      incident({
        name: 'Messages arrive late',
        incident_updates: [
          update('identified', 'We are at it.', 20, later),
          update('identified', 'We are at it.', 10, [touchedRow('prod1', CHAT, now, 'degraded_performance')]),
          update('investigating', 'We are looking.', 5, [
            touchedRow('prod1', CHAT, 'degraded_performance'),
            touchedRow('prod2', CHAT, 'degraded_performance'),
          ]),
        ],
        components: [componentRow('prod2', CHAT)],
      }),
    ])

  it('counts on with the status that was last said of it', () => {
    expect(short(judged(told('partial_outage')))).toEqual(['chat:failing'])
  })

  it('counts no more once it was said to be well, or a later list leaves it out', () => {
    expect(levelOf(told('operational'))).toBe('ok')
    expect(levelOf(told('partial_outage', [touchedRow('prod2', CHAT, 'partial_outage')]))).toBe('ok')
    expect(levelOf(told('operational'), 'prod2')).toBe('degraded')
  })
})
