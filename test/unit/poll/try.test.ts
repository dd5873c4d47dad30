import { it } from 'vitest'
import { mostInAnHour, playDay } from './day.ts'
import { FAULTS } from './feed.ts'

const base = { faults: FAULTS, clock: ['forwards', 'back'] as const, sleeps: true, deaths: true, flaps: true }
for (const store of ['throws', 'spoilt', 'forgets', 'hangs', undefined] as const)
  for (const flaps of [true, false])
    it('all ' + store, async () => {
      let [worst, late, n, hour, infl, qs, maxst, st, gap] = [0, -1e9, 0, 0, 0, 0, 0, 0, 0]
      for (let seed = 0; seed < 25; seed++) {
        const d = await playDay({ seed, ...base, flaps, ...(store && { store }) })
        if (d.staleGreen > 0) {
          st++
          if (d.staleGreen > maxst) worst = seed
          maxst = Math.max(maxst, d.staleGreen)
        }
        late = Math.max(late, ...d.late)
        n += d.late.length
        hour = Math.max(hour, mostInAnHour(d.log.questions))
        infl = Math.max(infl, d.log.mostInFlight)
        qs += d.log.questions.length
        gap = Math.max(gap, d.longestGap)
      }
      console.log(store, flaps, { worst, st, maxst, late, n, hour, infl, qs, gap })
    }, 60000)
