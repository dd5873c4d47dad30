/** One language as customers load it. */
import { customer } from '../../shared/words/en.ts'

export { customer }
