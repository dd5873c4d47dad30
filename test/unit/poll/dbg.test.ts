import { it } from 'vitest'
import { playDay } from './day.ts'
import { FAULTS } from './feed.ts'
it('x', async () => { await playDay({seed:3, faults:FAULTS, clock:['forwards','back'],sleeps:true,deaths:true,flaps:false,store:'forgets'}) })
