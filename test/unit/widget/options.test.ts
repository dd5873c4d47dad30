import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hearWarnings } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let warnings: string[] = []
beforeEach(() => {
  warnings = hearWarnings()
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const check = async (options: Record<string, string>, search = ''): Promise<void> => {
  const { checkOptions } = await import('../../../widget/judgement/checkOptions.ts')
  checkOptions(new FakeTag(options, search))
}

describe('an option', () => {
  const chosenOf = async (options: Record<string, string>, search = ''): Promise<string> => {
    const { chosen } = await import('../../../widget/options.ts')
    return chosen(new FakeTag(options, search), 'theme', 'auto, light or dark', 'auto')
  }

  it('is its value where that is taken, else its default', async () => {
    expect(await chosenOf({ theme: 'dark' })).toBe('dark')
    expect(await chosenOf({})).toBe('auto')
    expect(await chosenOf({ theme: '' })).toBe('auto')
    expect(await chosenOf({ theme: 'Dark' })).toBe('dark')
    expect(warnings).toEqual([])
    expect(await chosenOf({ theme: 'constructor' })).toBe('auto')
    expect(await chosenOf({ theme: 'light or dark' })).toBe('auto')
    expect(warnings).toHaveLength(2)
  })

  it('may stand in the script’s address; the attribute wins, even where it is wrong', async () => {
    expect(await chosenOf({}, '?theme=dark')).toBe('dark')
    expect(await chosenOf({ theme: 'light' }, '?theme=dark')).toBe('light')
    expect(await chosenOf({ theme: 'wrong' }, '?theme=dark')).toBe('auto')
    expect(await chosenOf({}, '?theme=%E0%A4%A')).toBe('auto')
  })

  it('says what it cannot take once, short, and as text', async () => {
    for (let time = 0; time < 3; time++) await chosenOf({ theme: `"\n\u0007${'x'.repeat(5000)}` })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(
      /^\[podlight\] data-theme can’t be "\\"\\n\\u0007x{77}": use auto, light or dark\.$/,
    )
  })
})

describe('the options that were used before anybody could say so', () => {
  it.each([
    ['pod', ['auto', 'Auto', 'prod1', 'Prod2', 'prod99']],
    [
      'feed',
      [
        'https://status.kustomer.com/api/v2/summary.json',
        'http://localhost:8000/summary.json',
        'https://relay.example/prod1?x=1,2',
        'https://one.example/a https://two.example/b',
        '/status.json',
        '//mirror.example/status.json',
        'summary.json',
        ' /a  /b\n',
      ],
    ],
    ['storage', ['auto', 'none', 'None']],
    ['evidence', ['off', 'event', 'contact', 'Contact']],
    ['lang', ['auto', 'en', 'DE', 'pt-PT', 'he', 'iw-IL', 'ar-EG']],
  ])('data-%s takes its values silently', async (name, values) => {
    for (const value of ['', ...values]) {
      await check({ [name]: value })
      await check({}, `?${name}=${encodeURIComponent(value)}`)
    }
    expect(warnings).toEqual([])
  })

  it.each([
    ['pod', ['prod0', 'prod123', '1', 'prod1 ', ' prod1', 'prod1\n', 'us']],
    ['storage', [' none', 'false', 'local']],
    ['evidence', ['on', 'events', 'event,contact']],
    ['lang', ['english', 'e', 'de DE', 'de,en', 'de-']],
  ])('data-%s says so once for each wrong one', async (name, values) => {
    for (const value of [...values, ...values]) await check({ [name]: value })
    expect(warnings).toHaveLength(values.length)
    for (const line of warnings)
      expect(line).toMatch(new RegExp(`^\\[podlight\\] data-${name} can’t be "[^"]*": use [^/]*\\.$`))
  })

  it.each([
    'ftp://x.example/a',
    'javascript:alert(1)',
    'https://',
    'data:application/json,{}',
    'https://a /b ftp:c',
  ])('data-feed says at which address nobody can be asked: %s', async (feed) => {
    for (let times = 0; times < 2; times++) await check({ feed })
    expect(warnings).toEqual([
      expect.stringMatching(
        /^\[podlight\] data-feed can’t be ".*": use a web address\. No other feed takes its place\.$/,
      ),
    ])
  })

  it('may be written in the script’s address as it is on the tag', async () => {
    const { optionOf } = await import('../../../widget/loader/tagOption.ts')
    expect(optionOf(new FakeTag({}, '?data-theme=dark'), 'theme')).toBe('dark')
    expect(optionOf(new FakeTag({}, '?data-theme=dark&theme=light'), 'theme')).toBe('light')
    expect(optionOf(new FakeTag({ theme: 'auto' }, '?data-theme=dark'), 'theme')).toBe('auto')
  })

  it('says nothing without any', async () => {
    await check({})
    expect(warnings).toEqual([])
  })

  it('takes no long time over a long value', async () => {
    const started = performance.now()
    for (const bit of ['/a', 'https://a/', ' ', '/ ', 'prod1', 'preview:', 'aa-', 'a,', '//'])
      for (const name of ['pod', 'feed', 'storage', 'lang'])
        for (const end of ['', ' x', '\n', '!']) await check({ [name]: bit.repeat(5000) + end })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
