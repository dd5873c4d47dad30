import type { RecordStore } from './ports.ts'
import type { WatchStorage } from './watchOptions.ts'

/** Where nothing outlives the program. */
export const memoryStore = (): RecordStore => {
  let kept: string | null = null
  return {
    read: () => kept,
    write: (text) => {
      kept = text
      return true
    },
  }
}

/** Where a page may keep nothing: nobody can know that it asked. */
export const noStore: RecordStore = { read: () => null, write: () => false }

/** A program's own storage, with memory for what it forgets or refuses. */
export const ownStore = (storage: WatchStorage): RecordStore => {
  const memory = memoryStore()
  return {
    read: async () => {
      try {
        return (await storage.read()) ?? memory.read()
      } catch {
        return memory.read()
      }
    },
    write: async (text) => {
      memory.write(text)
      try {
        await storage.write(text)
      } catch {
        // Memory has it.
      }
      return true
    },
  }
}
