import { describe } from 'vitest'
import { forceIntoFirefox } from './support/forcedFirefox.ts'
import { isLeftOut } from './support/ownEtc.ts'
import { testPolicy, testWrongPolicy } from './support/policyTests.ts'

describe.skipIf(isLeftOut)('Firefox, into which a company’s policy installs Podlight', () => {
  testPolicy((policy) => forceIntoFirefox(policy))
  testWrongPolicy((policy) => forceIntoFirefox(policy))
})
