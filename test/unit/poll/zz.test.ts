import { it } from 'vitest'
import { playDay } from './day.ts'
import { mostInAnHour } from './world.ts'
import { FAULTS } from './feed.ts'
const base = {faults:FAULTS, clock:['forwards','back'] as const,sleeps:true,deaths:true}
for (const store of ['throws','spoilt','forgets','hangs',undefined] as const) for (const flaps of [true,false]) it('all '+store, async () => {
  let [worst, late, n, hour, infl, qs, maxst, st, gap,minnews,gs] = [0,-1e9,0,0,0,0,0,0,0,1e9,0]
  for (let seed=100; seed<140; seed++) {
    const d = await playDay({seed, ...base, flaps, ...(store && {store})})
    if (d.staleGreen>0) { st++; if (d.staleGreen>maxst) worst=seed; maxst=Math.max(maxst,d.staleGreen)}
    late=Math.max(late,...d.late); n+=d.late.length; hour=Math.max(hour,mostInAnHour(d.log.questions)); infl=Math.max(infl,d.log.mostInFlight); qs+=d.log.questions.length
    if (d.longestGap>gap) gs=seed
    gap=Math.max(gap,d.longestGap); minnews=Math.min(minnews,d.news)
  }
  console.log(JSON.stringify({store,flaps,worst,st,maxst,late,n,hour,infl,qs,gap,gs,minnews}))
}, 60000)
