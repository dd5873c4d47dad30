import { MINUTE } from './minutes.ts'

/** What the clock of a place shows at every half an hour of a time, by the platform's own calendar. */
export const wallClock = (from: number, to: number, timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const STEP = 30 * MINUTE
  const first = from - (from % STEP)
  const shown = Array.from({ length: Math.ceil((to - first) / STEP) }, (_, index) => {
    const parts = format.formatToParts(first + index * STEP)
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
    return {
      month: `${part('year')}-${part('month')}`,
      weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday')),
      minutes: Number(part('hour')) * 60 + Number(part('minute')),
    }
  })
  /** At a moment: the month as "2026-03", the weekday from 0 for Sunday, and the minutes after midnight. */
  return (at: number) => {
    const half = shown[Math.floor((at - first) / STEP)]
    if (half === undefined) throw new Error('That is beyond the clock.')
    return { ...half, minutes: half.minutes + Math.floor((at % STEP) / MINUTE) }
  }
}
