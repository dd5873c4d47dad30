import { atWork, DAYS, dayBegins, dayEnds, SECOND, WORKDAY } from '../world/time.ts'
import type { Circumstances, Trouble } from '../world/trouble.ts'
import { awaking, pathLoss, portal, proxy, vpn, wake, wifiDrop } from './connection.ts'
import type { Nuisance } from './nuisance.ts'
import { auth, brokenEndpoint, clientBlock, deploy, quota } from './servers.ts'
import { download, slowNetwork } from './speed.ts'

export const NUISANCES: readonly Nuisance[] = [
  wifiDrop,
  pathLoss,
  wake,
  vpn,
  portal,
  proxy,
  deploy,
  auth,
  quota,
  brokenEndpoint,
  clientBlock,
  slowNetwork,
  download,
]

/** The nuisances of a month, so many times as often as assumed; each falls by chance alone. */
export const nuisancesOf = (times: number, circumstances: Circumstances): Trouble[] => {
  const { random } = circumstances
  return NUISANCES.flatMap(({ perMonth, falls }) => {
    const count = Math.floor(perMonth * times + random.next())
    return Array.from({ length: count }, () =>
      falls(atWork(random.next() * DAYS * WORKDAY), circumstances),
    ).flat()
  })
}

/** The nights between the days of a month: the computer sleeps. */
export const nightsOf = ({ random }: Circumstances): Trouble[] =>
  Array.from({ length: DAYS - 1 }, (_, day) =>
    awaking(dayEnds(day), dayBegins(day + 1), random.between(2, 15) * SECOND),
  ).flat()
