import { FINE, NONE } from './ranks.ts'

/** Stretches of a sentence, each up to the end of what it says: "chat and email are slow", "but search works". */
export const clausesOf = (line: string): readonly string[] =>
  line.match(/!?[^!0-3=k]*[0-3=k][^!,&:]*(?:[^!0-3=k]*(?=!|$))?|!?[^!]+/g) ?? []

/** The worst symptom of a clause, or that all is well. */
export const effectOf = (clause: string, line: string): number => {
  if (/^[^b]*=|^[^yfb]*k[^0-3m]*$/.test(clause)) return FINE
  const rank = ['0', '1', '2'].findIndex((symptom) => clause.includes(symptom))
  // A bare "issue" counts only where the sentence names no other symptom; what is down for some is failing.
  if (rank < 0) return /3/.test(clause) && !/[0-2]/.test(line) ? 1 : NONE
  return rank || Number(/m/.test(line))
}

/**
 * Only the head of a phrase is hit: "surveys for chat" are surveys, "email notifications" are notifications.
 * Attachments belong to the channel named beside them; beside chat they stand for it.
 */
export const namesIn = (clause: string, line: string): string => {
  let caps = ''
  let others = ''
  let trailing = false
  let end = 0
  let list = 0
  for (const { 0: letter, index } of clause.matchAll(/[>-Z]/g)) {
    const between = clause.slice(end, index)
    const head = caps.at(-1) ?? ''
    const near = /^\.?$/.test(between)
    if (!/^[A-H]\.?[,&]*$/.test(head + between)) list = caps.length
    trailing =
      head !== '' &&
      (/^.?[^0-3,&:]*p[^lp,&:]*$/.test(between) ||
        (trailing && /^\W*$/.test(between)) ||
        (near && /[>?@J-Z][A-H]/.test(head + letter)))
    if (trailing) others += letter
    else {
      if (near && letter > 'I') {
        others += caps.slice(list)
        caps = caps.slice(0, list)
      }
      caps += letter
    }
    end = index + 1
  }
  if (!/[?@]/.test(caps) || /@[^>-Zp]*[,&][^>-Zp]*A/.test(clause)) return caps
  const channels = (caps + others).replace(/[^A-H]/g, '')
  const rest = caps.replace(/[?-H]/g, '') + channels.replace(/A/g, '')
  if (/A/.test(channels || line)) return `${rest}@`
  return rest + (channels ? '' : /@/.test(caps) ? '?' : others)
}
