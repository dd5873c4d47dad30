import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { hearWarnings, settled } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

const FEED = 'https://mirror.example/summary.json'
const PODS = [
  { id: 'a', name: 'Prod1 (US)', status: 'operational', group: true, group_id: null, components: ['b'] },
  { id: 'b', name: 'Chat', status: 'operational', group: false, group_id: 'a' },
]
const WELL = {
  page: { id: kustomer.page.id, url: 'https://status.kustomer.com' },
  components: PODS,
  incidents: [],
  scheduled_maintenances: [],
}

let warnings: string[] = []
let asked: string[] = []
let answer: () => Promise<Response>
/** What is in the page. */
let matching: string[] = []
/** The key of the page's chat. */
let key: string | null = null

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  warnings = hearWarnings()
  asked = []
  matching = []
  key = null
  answer = async () => new Response(JSON.stringify(WELL))
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return answer()
  })
  vi.stubGlobal('document', {
    baseURI: 'https://shop.example/help/',
    querySelector: (selector: string) => {
      if (selector.startsWith('script[')) return key && { getAttribute: () => key }
      if (selector === '][') throw new Error('no selector')
      return matching.includes(selector) ? {} : null
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const check = async (options: Record<string, string>, search = '', pod = 'prod1'): Promise<string[]> => {
  const { checkPreview } = await import('../../../widget/api/checkPreview.ts')
  checkPreview(new FakeTag({ feed: FEED, ...options }, search), () => pod)
  await vi.advanceTimersByTimeAsync(5000)
  await settled()
  return warnings.map((line) => line.replace('[podlight] ', ''))
}

describe('a preview', () => {
  it('says nothing where everything is right', async () => {
    expect(await check({ pod: 'prod1', 'text-chat-down': 'x', 'text-chat-down-works': 'y' })).toEqual([])
    expect(asked).toEqual([FEED])
  })

  it.each([
    ['placment', 'placement'],
    ['modes', 'mode'],
    ['traget', 'target'],
    ['contactlabel', 'contact-label'],
    ['text-chat-dwon', 'text-chat-down'],
    ['text-attachments-failing-work', 'text-attachments-failing-works'],
  ])('knows what data-%s was meant to be, as an attribute and in the address', async (name, meant) => {
    const line = `There is no option data-${name}. Did you mean data-${meant}?`
    expect(await check({ [name]: 'x' })).toEqual([line])
    vi.resetModules()
    warnings.length = 0
    expect(await check({}, `?${name}=x`)).toEqual([line])
  })

  it('leaves alone what other tools write on scripts', async () => {
    const others = ['cfasync', 'id', 'tag', 'src', 'key', 'name', 'gtm', 'domain', 'cookieconsent', 'type']
    expect(await check(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([])
  })

  it('names the scenes where a text is for none', async () => {
    const [line = ''] = await check({ 'text-everything': 'x' })
    expect(line).toMatch(
      /^data-text-everything changes nothing, as there is no such scene\. Use chat-delayed, .*back\.$/,
    )
  })

  it('says that visitors cannot be told how else to reach an owner who does not say', async () => {
    expect(await check({ evidence: 'Contact' })).toEqual([
      'data-evidence="contact" shows nothing without data-contact.',
    ])
    warnings.length = 0
    const own = { evidence: 'contact', contact: 'tel:1', 'text-sending': 'x', 'text-sending-works': 'y' }
    expect(await check(own)).toEqual([])
    expect(await check({ evidence: 'event' })).toEqual([])
  })

  it('says where the banner stands if its place cannot be found', async () => {
    const inline = { placement: 'Inline', target: '#here' }
    expect(await check(inline)).toEqual([
      'Nothing on this page matches data-target="#here": the banner stands as if no place were named.',
    ])
    vi.resetModules()
    warnings.length = 0
    matching = ['#here']
    expect(await check(inline)).toEqual([])
    // The view says so already.
    expect(await check({ ...inline, target: '][' })).toEqual([])
    expect(await check({ target: '#here' })).toEqual([
      'data-target does nothing without data-placement="inline".',
    ])
  })

  it.each<[what: string, answer: () => Promise<Response>, said: string]>([
    ['is not there', async () => new Response('', { status: 404 }), 'answers 404.'],
    [
      'is no document',
      async () => new Response('<!doctype html>'),
      'isn’t the summary document of a status page that Podlight knows.',
    ],
    [
      'is of another page',
      async () => new Response(JSON.stringify({ ...WELL, page: { id: 'x', url: 'https://x.example' } })),
      'isn’t the summary document of a status page that Podlight knows.',
    ],
    ['is of another pod', async () => new Response(JSON.stringify(WELL)), 'has no prod2. It has prod1.'],
    [
      'cannot be read',
      async () => Promise.reject(new TypeError('Failed to fetch')),
      'can’t be read from this page: it is down, this page’s policy blocks it, or it sends no Access-Control-Allow-Origin.',
    ],
  ])('says it of a feed that %s', async (what, given, said) => {
    answer = given
    expect(await check({}, '', what === 'is of another pod' ? 'prod2' : 'prod1')).toEqual([
      `The feed at "${FEED}" ${said}`,
    ])
  })

  it('says it of a feed that hangs, or that was meant to be another address', async () => {
    answer = () => new Promise(() => undefined)
    await check({})
    await vi.advanceTimersByTimeAsync(30_000)
    expect(warnings.map((line) => line.replace('[podlight] ', ''))).toEqual([
      `The feed at "${FEED}" doesn’t answer.`,
    ])
    vi.resetModules()
    warnings.length = 0
    answer = async () => new Response('', { status: 404 })
    expect(await check({ feed: 'status.example/api/v2/summary.json' })).toEqual([
      'The feed at "https://shop.example/help/status.example/api/v2/summary.json" answers 404. Did you forget https://?',
    ])
  })

  it('says it where the tag names another pod than the chat', async () => {
    key = `x.${btoa(JSON.stringify({ pod: 'prod1' }))}.y`
    expect(await check({})).toEqual([])
    key = `x.${btoa(JSON.stringify({ pod: 'prod2' }))}.y`
    expect(await check({})).toEqual([
      'data-pod says prod1, but this page’s chat runs on prod2. Leave data-pod out unless you’re sure.',
    ])
  })

  const ONE = { verdict: { pod: 'prod1' } }
  it.each([
    ['of the pod', ONE, 'prod1', undefined],
    ['of another pod', ONE, 'prod2', `The feed at "${FEED}" has no prod2. It has prod1.`],
    ['of all pods', { verdicts: [{ pod: 'prod1' }, { pod: 'prod2' }] }, 'prod2', undefined],
    [
      'of another vendor',
      { ...ONE, vendor: 'zendesk' },
      'prod1',
      `The feed at "${FEED}" isn’t the summary document of a status page that Podlight knows.`,
    ],
  ])('takes a relay’s answer for what it is: one %s', async (_, some, pod, fault) => {
    const relay = { podlight: 1, vendor: kustomer.id, page: kustomer.page.id, ...some }
    answer = async () => new Response(JSON.stringify(relay))
    expect(await check({}, '', pod)).toEqual(fault ? [fault] : [])
  })
})
