import { expect, it } from 'vitest'
import { machine } from './machine.ts'
it('x', async () => {
  const t0 = Date.now()
  const it = machine({ playing: ['2026-03-24-escalation'], from: '2026-03-24T06:00:00Z', settings: { pods: ['prod4'] } })
  await it.open()
  await it.playTo('2026-03-24T09:30:00Z')
  console.log(it.log.created, it.face(), it.log.questions.length, it.log.faces.length, Date.now() - t0)
  console.log(JSON.stringify(it.storage.rows.alerts), it.storage.state.writes.slice(-10))
  expect(1).toBe(1)
})
