/** Finds the browsers that the tests need, or gets them; else says in one sentence what is missing. */
import { getBrowser } from './browsers/get.ts'

for (const browser of ['chromium', 'firefox'] as const)
  try {
    console.log(`${browser}: ${getBrowser(browser)}`)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exitCode = 1
  }
