import type { Reply, Request } from '../messages/protocol.ts'
import { openStore } from '../storage/store.ts'
import { createAnswers } from './answers.ts'
import { createAsking } from './asking.ts'
import { createLine, type StationPorts } from './ports.ts'
import { createTurn } from './turn.ts'

export interface Station {
  /** An alarm, or a start of the background: looks again at what is known, and asks if it is time. */
  look(): Promise<void>
  /** The browser came online. */
  wake(): Promise<void>
  /** Does what a page asked for. */
  answer(request: Request): Promise<Reply>
}

/**
 * The background's work. All state is in storage: each turn reads it, decides, writes, and only then tells, one
 * turn after the other. A station that dies is followed by another one that goes on from what is stored.
 *
 *     alarm, page ─► asking ─► storage ─► turn ─► toolbar, history, notifications
 */
export const createStation = (ports: StationPorts): Station => {
  const store = openStore(ports.area)
  const inLine = createLine()
  const turn = createTurn(ports, store)
  const ask = createAsking(ports, store, inLine, turn)
  return {
    async look() {
      await inLine(() => turn())
      await ask('look')
    },
    wake: () => ask('wake'),
    answer: createAnswers(ports, store, inLine, turn, ask),
  }
}
