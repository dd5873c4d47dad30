import type { Row } from '../../feed/guards.ts'
import { clausesOf, effectOf, namesIn } from './clauses.ts'
import { lineOf } from './line.ts'
import { FINE, NONE } from './ranks.ts'
import { plain } from './rows.ts'
import { settledLine } from './settle.ts'

const OVER: readonly unknown[] = ['resolved', 'postmortem', 'completed']
const BREAK = /[.!?](?=\s)|\n|\s(?=(?:Our|We|Please) )/
/** Longer runs without a full stop are cut, so that no pattern ever works on more than this. */
const LONGEST = 1200

/** What title and live updates of an incident add up to. */
export const readTexts = (title: string, updates: readonly Row[], listed: string, pod: string) => {
  const pods = new Set<string>()
  /** Pods in which something is said to work: they tell where, if nothing else does. */
  const contextPods = new Set<string>()
  const exceptPods = new Set<string>()
  let named = ''
  let loose = NONE
  let recovered = false
  const told = new Map<string, number>()
  const fine = new Set<string>()
  const worsen = (name: string, effect: number): void => {
    told.set(name, Math.min(effect, told.get(name) ?? NONE))
    fine.delete(name)
  }

  const read = (sentences: readonly string[], isTitle?: boolean): void => {
    const freed: [capability: string, pods: string][] = []
    for (const sentence of sentences) {
      const line = settledLine(lineOf(sentence.slice(0, LONGEST), pod))
      const speaks = isTitle || /[h0-3=k]/.test(line)
      let last = ''
      for (const clause of clausesOf(line)) {
        const effect = effectOf(clause, line)
        const names = namesIn(clause, line)
        const where = clause.replace(/[^789]/g, '')
        const said = effect !== FINE ? pods : names ? contextPods : exceptPods
        for (const one of where) said.add(one)
        if (effect === FINE) for (const name of names) freed.push([name, where])
        else {
          if (!names && !last) loose = Math.min(loose, effect)
          if (!speaks) named += names
          else for (const name of names || (effect < NONE ? last : '')) worsen(name, effect)
        }
        last = names || last
      }
    }
    // Templates repeat the old complaint in the update that says a thing works again: the good word wins there.
    for (const [name, where] of freed) {
      if (where && told.has(name) && [...pods].some((one) => !where.includes(one))) continue
      if (told.delete(name)) recovered = true
      fine.add(name)
    }
  }

  // After a reopening only what came since counts, if that says anything at all.
  const texts = updates.map(({ body, status }) => (OVER.includes(status) ? null : plain(body).split(BREAK)))
  const earlier = texts.includes(null) ? texts.splice(texts.indexOf(null)) : []
  read([title], true)
  for (const text of texts.reverse()) read(text ?? [])
  if (!told.size) for (const text of earlier) read(text ?? [])

  // Attachments without a channel belong to chat, unless the incident is about other channels alone.
  const open = told.get('?')
  if (open !== undefined) {
    told.delete('?')
    const channels = ([...told.keys()].join('') + listed).replace(/[^A-H]/g, '')
    for (const owner of /A|^$/.test(channels) || told.has('@') ? '@' : channels) worsen(owner, open)
  }
  if (told.has('@') && told.get('A') === NONE) told.delete('A')
  return {
    pods: pods.size ? pods : contextPods,
    excepted: exceptPods.has('7'),
    told,
    named,
    fine,
    recovered,
    loose,
  }
}
