import { describe, expect, it } from 'vitest'
import { checkOptions } from '../../../npm/watch/checkOptions.ts'
import type { WatchOptions } from '../../../npm/watch/watchOptions.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const PAGE = 'https://shop.example/cart/'
const checked = (options: unknown, base = PAGE) => checkOptions(options as WatchOptions, base)
const saidOf = (options: unknown, base = PAGE): string => {
  try {
    checked(options, base)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as Error).message
  }
}

describe('options of watchPod', () => {
  it('ask the vendor’s page where they name no feed', () => {
    const { feed } = checked({ pod: 'Prod2' })
    expect(feed.map((address) => new URL(address).host)).toEqual([kustomer.page.hosts[0]])
    expect(checked({ pod: 'Prod2', feed: undefined, signal: undefined, storage: undefined })).toMatchObject({
      pod: 'prod2',
    })
  })

  it('take addresses relative to the page; where there is no page, whole ones', () => {
    expect(checked({ pod: 'prod1', feed: '../relay.json#x' }).feed).toEqual([
      'https://shop.example/relay.json',
    ])
    expect(checked({ pod: 'prod1', feed: ['https://a.example', '/b'] }).feed).toEqual([
      'https://a.example/',
      'https://shop.example/b',
    ])
    expect(saidOf({ pod: 'prod1', feed: '/relay.json' }, '')).toMatch(/needs a web address/)
    expect(checked({ pod: 'prod1', feed: 'https://a.example/x' }, '').feed).toEqual(['https://a.example/x'])
  })

  it.each<[unknown, RegExp]>([
    [undefined, /needs options/],
    [null, /needs options/],
    [{}, /needs a pod such as "prod1"; it got a value of type undefined\./],
    [{ pod: 'prod 2' }, /it got "prod 2"/],
    [{ pod: 'prod123' }, /it got "prod123"/],
    [{ pod: 'eu' }, /it got "eu"/],
    [{ pod: ['prod1'] }, /value of type object/],
    [{ pods: ['prod1'] }, /no option "pods". It takes pod, feed, signal, storage\./],
    [{ pod: 'prod1', feed: '' }, /can’t use the feed ""/],
    [{ pod: 'prod1', feed: 'javascript:1' }, /can’t use the feed "javascript:1"/],
    [{ pod: 'prod1', feed: 'https://me:secret@a.example' }, /user or a password/],
    [{ pod: 'prod1', feed: [] }, /it got 0/],
    [{ pod: 'prod1', feed: ['/a', '/b', '/c'] }, /it got 3/],
    [{ pod: 'prod1', feed: 7 }, /value of type number/],
    [{ pod: 'prod1', signal: {} }, /AbortSignal/],
    [{ pod: 'prod1', signal: null }, /AbortSignal/],
    [{ pod: 'prod1', storage: 'local' }, /"none" or has the functions/],
    [{ pod: 'prod1', storage: { read: () => '' } }, /"none" or has the functions/],
  ])('%j are refused with a sentence', (options, sentence) => {
    expect(saidOf(options)).toMatch(sentence)
    expect(saidOf(options)).toMatch(/^watchPod .*\.$/)
  })

  it('tell no secret of an address', () => {
    expect(saidOf({ pod: 'prod1', feed: 'https://me:secret@a.example' })).not.toContain('secret')
  })
})
