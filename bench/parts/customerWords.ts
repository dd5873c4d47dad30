/** One language as customers load it. */
import { customer } from '../../shared/text/en.ts'

export { customer }
