import type { Environment } from 'vitest/runtime'
import { discardAll } from './keptBrowsers.ts'

/** Node, as for any test; at the end of a worker, the browsers that it kept are closed. */
const keeping: Environment = {
  name: 'keeping',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: discardAll }),
}

export default keeping
