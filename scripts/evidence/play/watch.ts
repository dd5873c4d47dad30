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
const LOOKS = SECOND

/** A world whose lines a detector reads. */
export const watchedWorld = ({ create, heard, firstAsked = 60, ...setting }: Watched): World => {
  const detector = create(Math.floor(setting.random.next() * 2 ** 32))
  let said = ''
  let wasSuspicious = false
  let looked = 0
  const world = createWorld({
    ...setting,
    emit(line) {
      detector.take(line)
      if ('event' in line && line.event === 'online') statusPage.online()
      if (line.at < looked + LOOKS) return
      looked = line.at
      const suspicious = detector.isSuspicious()
      if (suspicious && !wasSuspicious) statusPage.askSoon()
      wasSuspicious = suspicious
      const sign = detector.sign()
      const now = sign === null ? '' : `${sign.kind} ${sign.what}`
      if (now === said) return
      said = now
      heard(sign)
    },
  })
  const statusPage = startStatusPage(world, firstAsked)
  return world
}
