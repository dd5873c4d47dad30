import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hearWarnings } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let warnings: string[] = []
beforeEach(() => {
  warnings = hearWarnings()
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const contact = async (options: Record<string, string>, search = '') => {
  const { contactOf } = await import('../../../widget/view/contact.ts')
  return contactOf(new FakeTag(options, search))
}

/** What a browser would do with an address, however it is dressed. */
const protocolOf = (address: string): string => {
  try {
    return new URL(address, 'https://shop.example/').protocol
  } catch {
    return ''
  }
}

describe('another way to be reached', () => {
  it.each([
    ['mailto:help@shop.example', 'help@shop.example'],
    ['tel:+4930123456', '+4930123456'],
    ['https://shop.example/contact', 'shop.example/contact'],
    ['https://shop.example/contact?from=chat#form', 'shop.example/contact'],
    ['mailto:help@shop.example?subject=Chat', 'help@shop.example'],
    ['HTTPS://shop.example/', 'shop.example/'],
    ['  mailto:help@shop.example\n', 'help@shop.example'],
  ])('%s is taken, and reads as %s', async (given, label) => {
    expect(await contact({ contact: given })).toEqual({ href: given.trim(), label })
    expect(warnings).toEqual([])
  })

  it.each(['mailto:?subject=x', 'https://?x', 'https://#x'])(
    '%s has words all the same: a link needs some',
    async (given) => {
      expect((await contact({ contact: given }))?.label).toMatch(/\S/)
    },
  )

  it('is not there where none is named, which is no mistake', async () => {
    expect(await contact({})).toBeNull()
    expect(await contact({ contact: '' })).toBeNull()
    expect(await contact({ contact: ' \n' })).toBeNull()
    expect(warnings).toEqual([])
  })

  it.each([
    ['javascript:alert(1)', 'javascript:'],
    ['JavaScript:alert(1)', 'javascript:'],
    ['java\nscript:alert(1)', 'javascript:'],
    ['\u0001javascript:alert(1)', 'javascript:'],
    ['javascript:alert(1)//https://shop.example', 'javascript:'],
    ['javascript:/*mailto:x*/alert(1)', 'javascript:'],
    ['data:text/html,<script>alert(1)</script>', 'data:'],
    ['vbscript:msgbox(1)', 'vbscript:'],
    ['blob:https://shop.example/x', 'blob:'],
    ['file:///etc/passwd', 'file:'],
    ['http://shop.example/', 'http:'],
    ['//elsewhere.example/', 'https:'],
    ['/contact', 'https:'],
    ['https:shop.example', 'https:'],
    ['help@shop.example', 'https:'],
    ['https://', ''],
    ['mailto:', 'mailto:'],
    ['mailto:a@shop.example javascript:alert(1)', 'mailto:'],
    ['https://shop.example/\njavascript:alert(1)', 'https:'],
    ['"><img src=x onerror=alert(1)>', 'https:'],
  ])('%j is refused, with a word to the owner', async (given, protocol) => {
    // What a link with that address would have done.
    expect(protocolOf(given)).toBe(protocol)
    expect(await contact({ contact: given })).toBeNull()
    expect(warnings).toEqual([
      expect.stringMatching(/^\[podlight\] data-contact can’t be .* use mailto:…, tel:… or https:/),
    ])
  })

  it('is refused in the script’s address just the same', async () => {
    expect(await contact({}, '?contact=javascript:alert(1)')).toBeNull()
    expect(await contact({}, '?contact=mailto:a@shop.example')).not.toBeNull()
  })

  it('can only be mail, telephone or a safe page, whatever is given', async () => {
    const { contactOf } = await import('../../../widget/view/contact.ts')
    const bit = fc.oneof(
      fc.constantFrom(
        'javascript:',
        'mailto:',
        'tel:',
        'https://',
        'HTTPS:',
        '//',
        ':',
        ' ',
        '\n',
        '\t',
        '\u00a0',
      ),
      fc.string({ maxLength: 5 }),
    )
    let taken = 0
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 6 }), (bits) => {
        const found = contactOf(new FakeTag({ contact: bits.join('') }))
        if (!found) return
        taken++
        // An address that no browser can read leads nowhere.
        expect(protocolOf(found.href)).toMatch(/^(mailto:|tel:|https:|)$/)
        expect(found.href).toMatch(/^(mailto:|tel:|https:\/\/)\S/i)
        expect(found.label).not.toBe('')
      }),
      { numRuns: 500 },
    )
    expect(taken).toBeGreaterThan(5)
  })
})

describe('its words', () => {
  it('are the owner’s where there are some, as text and not as markup', async () => {
    const label = '<b>Call</b> us'
    expect(await contact({ contact: 'tel:1', 'contact-label': label })).toEqual({ href: 'tel:1', label })
    expect(await contact({ contact: 'tel:1', 'contact-label': '' })).toEqual({ href: 'tel:1', label: '1' })
    expect(await contact({}, '?contact=tel:1&contact-label=Call%20us')).toEqual({
      href: 'tel:1',
      label: 'Call us',
    })
  })

  it('alone lead nowhere', async () => {
    expect(await contact({ 'contact-label': 'https://shop.example' })).toBeNull()
  })
})
