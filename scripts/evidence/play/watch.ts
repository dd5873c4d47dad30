import type { Sign } from '../../../shared/evidence/sign.ts'
import { SECOND } from '../world/time.ts'
import { createWorld, type Setting, type World } from '../world/world.ts'
import type { NewDetector } from './detector.ts'
import { startStatusPage } from './statusPage.ts'

export interface Watched extends Omit<Setting, 'emit'> {
  readonly create: NewDetector
  /** The status page is first asked within so many seconds. */
  readonly firstAsked?: number
  /** Called when it begins to say something, and when it says something else or no more. */
  readonly heard: (sign: Sign | null) => void
}

/** Detectors are asked at most once a second of the model's time: what they say lasts longer. */
const ASKED = SECOND
/** And told that time passes, while the computer is awake, however little is going on. */
const TOLD = 15 * SECOND

/** A world whose lines a detector reads. */
export const watchedWorld = ({ create, heard, firstAsked = 60, ...setting }: Watched): World => {
  const detector = create(Math.floor(setting.random.next() * 2 ** 32))
  let said = ''
  let wasSuspicious = false
  let asked = 0
  const ask = (now: number): void => {
    asked = now
    const suspicious = detector.isSuspicious()
    if (suspicious && !wasSuspicious) statusPage.askSoon()
    wasSuspicious = suspicious
    const sign = detector.sign()
    const says = sign === null ? '' : `${sign.kind} ${sign.what}`
    if (says === said) return
    said = says
    heard(sign)
  }
  const world = createWorld({
    ...setting,
    emit(line) {
      detector.take(line)
      if ('event' in line && line.event === 'online') statusPage.online()
      if (line.at >= asked + ASKED) ask(line.at)
    },
  })
  const statusPage = startStatusPage(world, firstAsked)
  const look = (): void => {
    detector.look?.(world.now())
    ask(world.now())
    world.at(world.now() + TOLD, look)
  }
  if (detector.look) world.at(world.now() + TOLD, look)
  return world
}
