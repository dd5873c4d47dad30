import { type Capability, isCapability } from '../../../shared/model/capabilities.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import type { Notes } from './readValues.ts'

/** A feature that a company can name: the whole is not for anybody to leave out. */
export const capabilityIn = (row: string, text: string, { add }: Notes): Capability | null => {
  const name = text.toLowerCase()
  return isCapability(name) && name !== kustomer.whole ? name : add(row, 'capability', { value: text })
}
