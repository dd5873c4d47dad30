import { chat, type Endpoint } from '../world/endpoints.ts'
import { SECOND } from '../world/time.ts'
import type { Asked } from '../world/trouble.ts'
import type { World } from '../world/world.ts'

/** How a visitor of a company's site uses its chat, in numbers. */
export const VISITOR = {
  messages: [2, 5],
  /** Of all visitors, those who send a file; in the replay of December 2024 all of them do. */
  attaches: 0.15,
  between: [15, 60],
  /** Whoever cannot send tries again so many times at most. */
  tries: 3,
  /** The chat asks again by itself while it cannot be opened, after so many seconds, and then after twice as many. */
  retries: [2, 30],
} as const

export interface Visitor {
  readonly attaches: boolean
  /** How long the visitor stays with a chat that does not open. */
  readonly patience: number
}

const failed = ({ status }: Asked): boolean => status === 0 || status >= 400

/** Lets a visitor open the chat now: about ten requests, if all is well. */
export const startVisitor = (world: World, { attaches, patience }: Visitor): void => {
  const { random } = world
  const conversation = random.hex(24)
  const givesUp = world.now() + patience
  const ask = (endpoint: Endpoint, then: (asked: Asked) => void = () => {}): void =>
    world.ask(endpoint, endpoint.path(conversation, '', ''), world.now(), then)
  const later = (seconds: number, act: () => void): void => {
    const time = world.now() + seconds * SECOND
    if (time < givesUp) world.at(time, act)
  }

  const say = (left: number, tries: number = VISITOR.tries): void =>
    ask(chat.send, (asked) => {
      if (failed(asked)) {
        if (tries > 1) later(random.between(4, 20), () => say(left, tries - 1))
      } else ask(chat.messages)
      if (left > 1 && (tries === VISITOR.tries || !failed(asked)))
        later(random.between(VISITOR.between[0], VISITOR.between[1]), () => say(left - 1))
    })
  const attach = (tries: number): void =>
    ask(chat.attach, (asked) => {
      if (!failed(asked)) say(1)
      else if (tries > 1) later(random.between(8, 40), () => attach(tries - 1))
    })
  const opened = (): void => {
    ask(chat.conversations)
    ask(chat.messages)
    later(random.between(8, 30), () => say(random.whole(VISITOR.messages[0], VISITOR.messages[1])))
    if (attaches) later(random.between(40, 120), () => attach(VISITOR.tries))
  }
  const open = (wait: number): void => {
    ask(chat.settings, (settings) =>
      ask(chat.sessions, (session) => {
        if (!failed(settings) && !failed(session)) opened()
        else later(wait * random.between(1, 1.5), () => open(Math.min(wait * 2, VISITOR.retries[1])))
      }),
    )
  }
  open(VISITOR.retries[0])
}
