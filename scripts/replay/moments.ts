import { type Recording, ReplayError } from './recording.ts'

/** A moment at which the page changes. */
export interface Moment {
  readonly at: number
  /** Id of the recording. */
  readonly recording: string
  /** For people, such as `monitoring: [CHAT] [DELAYS] [PROD1]`. */
  readonly what: string
}

/** Every change of the page, oldest first. Simultaneous ones keep the order of the recordings. */
export function momentsOf(recordings: readonly Recording[]): readonly Moment[] {
  return recordings
    .flatMap((recording) => [
      ...recording.updates.map(({ at, status }) => moment(recording, at, `${status}: ${recording.title}`)),
      ...recording.components.flatMap(({ group, name, statuses }) =>
        statuses.map(({ at, status }) =>
          moment(recording, at, `${prefixed(group, name)} ${status ?? 'is listed no more'}`),
        ),
      ),
    ])
    .sort((one, other) => one.at - other.at)
}

/** The changes of the next moment after `at`: more than one when they share a time, none at the end. */
export function momentsAfter(moments: readonly Moment[], at: number): readonly Moment[] {
  const next = moments.find((item) => item.at > at)
  return next === undefined ? [] : moments.filter((item) => item.at === next.at)
}

/** A component's name as updates write it, the group before its own. */
export const prefixed = (group: string | null, name: string): string =>
  group === null ? name : `${group} - ${name}`

export type Time = number | string

/** Epoch milliseconds out of what a test, a person or a control request writes. */
export function millis(time: Time): number {
  const at = typeof time === 'number' ? time : Date.parse(time)
  if (Number.isNaN(new Date(at).getTime()))
    throw new ReplayError(`"${time}" is not a time; write 2024-12-19T07:33:00Z.`)
  return at
}

/** The vendor's way of writing times of incidents: UTC, without milliseconds where there are none. */
export const stamp = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

const moment = (recording: Recording, at: string, what: string): Moment => ({
  at: Date.parse(at),
  recording: recording.id,
  what,
})
