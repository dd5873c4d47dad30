import config from '../../wxt.config.ts'

/** What the manifest of a browser's package is made of. */
export const manifestFor = (browser: string): Record<string, unknown> => {
  const { manifest } = config
  if (typeof manifest !== 'function') throw new Error('the manifest is made for each browser')
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' }) as Record<
    string,
    unknown
  >
}
