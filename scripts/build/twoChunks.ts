/**
 * What several parts of the extension share is two files: what the background runs as well, and what only pages need. Left
 * alone, the build makes a dozen, which load no faster and pack worse.
 */
import type { Plugin } from 'vite'

const CORE =
  /[\\/](?:shared|extension[\\/](?:domain|text|storage|messaging))[\\/]|[\\/](?:zod|idb|webextension-polyfill)[\\/]/
const CLOCK = /[\\/](?:clock|steeredClock)\.ts$/

export const twoChunks = (): Plugin => ({
  name: 'two-chunks',
  outputOptions: (options) =>
    // Scripts that run by themselves share nothing.
    options.codeSplitting === false
      ? null
      : {
          ...options,
          codeSplitting: {
            groups: [
              // The build for the browser tests has another one, and differs in nothing else.
              { name: 'clock', test: CLOCK },
              { name: 'core', test: CORE, minShareCount: 2 },
              { name: 'pages', minShareCount: 2 },
            ],
          },
        },
})
