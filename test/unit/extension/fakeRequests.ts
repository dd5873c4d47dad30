import type { RequestsPort } from '../../../extension/background/requestsPort.ts'
import type { RequestLine } from '../../../shared/evidence/line.ts'

/** The browser's requests, and whose of them the user lets Podlight see. */
export const fakeRequests = () => {
  const state = {
    /** Organizations that are allowed. */
    allowed: [] as string[],
    /** The browser cannot say. */
    isBroken: false,
    /** How often something was given back. */
    givenBack: 0,
  }
  /** Of those who are dead, nobody hears anything. */
  let hearing: { take: (line: RequestLine) => void; isAlive: () => boolean } | null = null

  const portFor = (
    isAlive: () => boolean,
    port: <T>(work: () => T | Promise<T>) => Promise<T>,
  ): RequestsPort => ({
    hear: (take) => {
      if (state.allowed.length > 0) hearing = { take, isAlive }
    },
    isAllowed: (organisation) =>
      port(() => {
        if (state.isBroken) throw new Error('no permissions')
        return state.allowed.includes(organisation)
      }),
    giveBack: (but) =>
      port(() => {
        state.givenBack++
        state.allowed = state.allowed.filter((one) => one === but)
      }),
  })

  /** A request is made in the browser: a background that is to hear of it was woken before. */
  const send = (line: RequestLine): void => {
    const isSeen = state.allowed.some((one) => line.host.startsWith(`${one}.`))
    if (isSeen && hearing?.isAlive()) hearing.take(line)
  }
  return { state, portFor, send }
}
