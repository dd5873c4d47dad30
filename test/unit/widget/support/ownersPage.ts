import { afterEach, beforeEach, vi } from 'vitest'
import { NOON } from './bannerRequests.ts'
import { stubPage } from './globals.ts'
import { FakeTag } from './tag.ts'

/**
 * A page at noon whose owner wants something, and what its console says. For the tests of one file. A preview looks
 * about later; its timers end with each test, or they would ask in the name of another file's page.
 */
export const ownersPage = () => {
  const warnings: string[] = []
  beforeEach(() => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    vi.spyOn(console, 'warn').mockImplementation((line: unknown) => {
      warnings.push(String(line))
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  /** What the owner of a new page wants. Every page warns anew. */
  const wishesOf = async (options: Record<string, string> = {}, search = '', address = '') => {
    stubPage({ search })
    vi.resetModules()
    warnings.length = 0
    const { bannerRequests } = await import('../../../../widget/api/ownerRequests.ts')
    return bannerRequests(new FakeTag(options, address), () => 'prod1')
  }
  return { warnings, wishesOf }
}
