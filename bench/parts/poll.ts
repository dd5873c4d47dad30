/** What the extension loads to ask the page. */

import { ageOf } from '../../shared/model/age.ts'
import { ofPage } from '../../shared/polling/hosts.ts'
import { createPoller } from '../../shared/polling/poller.ts'

export { ageOf, createPoller, ofPage }
