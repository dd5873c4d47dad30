import { afterEach, describe, expect, it, vi } from 'vitest'
import { settled } from './support/globals.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

interface Script {
  readonly src: string
  readonly integrity: string
  readonly podlight: (part: unknown) => void
  readonly onerror: () => void
}

/** A page that notes the scripts it is asked for, and the loader's way to ask. */
const begin = async () => {
  vi.useFakeTimers()
  const scripts: Script[] = []
  vi.stubGlobal('window', {})
  vi.stubGlobal('document', {
    currentScript: { dataset: {}, src: 'https://cdn.example/podlight.js' },
    createElement: () => ({}),
    head: { append: (script: Script) => scripts.push(script) },
  })
  vi.resetModules()
  return { scripts, ...(await import('../../../widget/loader/loadPart.ts')) }
}

describe('a later part', () => {
  it('is asked for once, however many want it, and each gets it', async () => {
    const { scripts, loadPart } = await begin()
    const wanted = [loadPart('abcdefgh1'), loadPart('abcdefgh1')]
    loadPart('other')
    expect(scripts.map(({ src }) => `${src}`)).toEqual([
      'https://cdn.example/podlight-abcdefgh.js',
      'https://cdn.example/podlight-other.js',
    ])
    scripts[0]?.podlight('the part')
    expect(await Promise.all([...wanted, loadPart('abcdefgh1')])).toEqual([
      'the part',
      'the part',
      'the part',
    ])
    expect(scripts).toHaveLength(2)
  })

  it.each([
    ['fails', (script?: Script) => script?.onerror()],
    ['never comes', () => vi.advanceTimersByTime(20_000)],
  ])('that %s is asked for again a minute later at the earliest', async (_, happens) => {
    const { scripts, loadPart } = await begin()
    const first = loadPart('hash').catch(() => 'failed')
    happens(scripts[0])
    expect(await first).toBe('failed')
    for (let second = 0; second < 59; second++) {
      loadPart('hash').catch(() => undefined)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(scripts).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    const second = loadPart('hash')
    expect(scripts).toHaveLength(2)
    scripts[1]?.podlight('the part')
    await settled()
    expect(await second).toBe('the part')
  })
})
