import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BRAND_SIZES, DRAWN_SIZES, PACKED_SIZES } from '../../../extension/domain/iconSizes.ts'

const text = readFileSync(new URL('../../../docs/looks.md', import.meta.url), 'utf8')

it('docs/looks.md names the sizes of icons that are drawn and packed', () => {
  const unbroken = text.replaceAll('\n', ' ')
  expect(DRAWN_SIZES).toHaveLength(6)
  expect(unbroken).toContain(`in six sizes from ${DRAWN_SIZES[0]} to ${DRAWN_SIZES.at(-1)} px`)
  expect(unbroken).toContain(`the brand in ${BRAND_SIZES.join(' and ')} px`)
  expect(unbroken).toContain(`the unknown level in ${PACKED_SIZES.join(' and ')}.`)
})
