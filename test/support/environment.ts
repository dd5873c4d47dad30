/**
 * The environment of a program that a test starts: it must not take itself for a part of the test, and knows nothing of
 * how long tests are.
 */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'NODE_ENV' && name !== 'PODLIGHT_NIGHTLY' && !name.startsWith('VITEST'),
    ),
  )
