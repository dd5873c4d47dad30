/** Finds the browsers and the server that the tests need, or gets them; else says in one sentence what is missing. */
import { BROWSERS } from './browsers/find.ts'
import { getBrowser } from './browsers/get.ts'
import { getNginx } from './browsers/nginx.ts'

for (const browser of BROWSERS)
  try {
    console.log(`${browser}: ${getBrowser(browser)}`)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exitCode = 1
  }
console.log(`nginx: ${getNginx() ?? 'none, so the test of docs/hosting.md is left out'}`)
