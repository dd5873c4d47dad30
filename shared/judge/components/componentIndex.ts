import type { Incident, Snapshot } from '../../model/snapshot.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import type { Lexicon } from '../reading/lexicon.ts'
import type { Place } from './componentHome.ts'
import { type Account, accountOf } from './incidentComponents.ts'
import { pageOf } from './pageComponents.ts'

/** Answers where components stand, for one document and all pods. */
export interface Places {
  readonly all: readonly Place[]
  /** Rows and groups that are not operational. */
  readonly troubled: readonly Place[]
  accountOf(incident: Incident): Account
}

export const placesOf = (snapshot: Snapshot, vendor: Vendor, lexicon: Lexicon): Places => {
  const page = pageOf(snapshot, vendor, lexicon)
  const accounts = new Map<Incident, Account>()
  return {
    all: page.all,
    troubled: page.troubled,
    accountOf(incident) {
      const account = accounts.get(incident) ?? accountOf(incident, page, vendor, lexicon)
      accounts.set(incident, account)
      return account
    },
  }
}
