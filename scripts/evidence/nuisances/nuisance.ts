import type { Circumstances, Trouble } from '../world/trouble.ts'

/** Something that goes wrong now and then and is not the vendor's trouble, or too short to be told. */
export interface Nuisance {
  readonly name: string
  /** How often in a month of 160 hours of work. */
  readonly perMonth: number
  /** What is assumed of it, for who reads the tables. */
  readonly assumes: string
  /** What happens if it falls onto this moment. */
  readonly falls: (at: number, circumstances: Circumstances) => readonly Trouble[]
}
