import { it } from 'vitest'

const nothing = (): void => undefined

/** Tests that belong to some browsers alone: elsewhere they are not there at all, as nothing is left out. */
export const itWhere = (belongs: boolean): typeof it =>
  belongs ? it : (Object.assign(nothing, { each: () => nothing }) as unknown as typeof it)
