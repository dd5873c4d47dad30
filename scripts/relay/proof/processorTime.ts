import { readFileSync } from 'node:fs'

/** The system counts in hundredths of a second. */
const TICK = 10

/** Milliseconds that a process has worked so far: true on a busy machine too, where a clock would count others' work. */
export const workedBy = (pid: number): number => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** Bytes of a process that are in memory. */
export const memoryOf = (pid: number): number => {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? Number.NaN) * 1024
}

/** How many files, and so connections, a process may have open. */
export const filesOf = (pid: number): number => {
  const found = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1]
  return found === 'unlimited' ? Number.POSITIVE_INFINITY : Number(found)
}
