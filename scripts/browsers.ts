/** Finds the browsers that the tests need, or gets them; else says in one sentence what is missing. */
import { BROWSERS } from './browsers/find.ts'
import { getBrowser } from './browsers/get.ts'

for (const browser of BROWSERS)
  try {
    console.log(`${browser}: ${getBrowser(browser)}`)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exitCode = 1
  }
