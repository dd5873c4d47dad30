import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { POLICY_KEYS } from '../../../extension/domain/policy/policyKeys.ts'
import { readPolicy } from '../../../extension/domain/policy/readPolicy.ts'
import { customerReply } from '../../../extension/text/customerReply.ts'
import { PLACEHOLDERS, SITUATIONS } from '../../../extension/text/ownReplies.ts'
import { BROWSERS, PLACES, registryKeys } from '../../../scripts/rollOut/browsers.ts'
import { rollOutFiles } from '../../../scripts/rollOut/files.ts'
import { EXAMPLE_POLICY } from '../../../scripts/rollOut/flatPolicy.ts'
import { FIREFOX_ID } from '../../../scripts/rollOut/ids.ts'
import { crxName, installOf } from '../../../scripts/rollOut/install.ts'
import { CAPABILITIES } from '../../../shared/model/capabilities.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { manifestFor } from '../../support/manifestFor.ts'
import { firstCells, plain, rowsUnder } from '../../support/tables.ts'
import { HOSTED } from './support.ts'

const read = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8')
const guide = read('roll-out.md')
const chromium = `${manifestFor('chrome')['minimum_chrome_version']}`
const [, firefox = ''] = /"strict_min_version":"(\d+)\./.exec(JSON.stringify(manifestFor('firefox'))) ?? []

const jsonIn = (text: string): Record<string, unknown> =>
  JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '')

describe('docs/roll-out.md', () => {
  it('lists every key as it is declared', () => {
    const [, rest = ''] = guide.split('## What can be set')
    const rows = rowsUnder(`## What can be set${rest.split('###')[0]}`, 'What can be set')
    expect(rows).toEqual(
      Object.entries(POLICY_KEYS).map(([name, { type, title, about, example }]) => [
        `\`${name}\``,
        type,
        `**${title}.** ${about}`,
        `\`${JSON.stringify(example)}\``,
      ]),
    )
  })

  it('lists every feature by its name', () => {
    const [, listed = ''] = /are called:\n([\s\S]*?)\.\n/.exec(guide) ?? []
    expect(listed.split(/,\s+/).map(plain)).toEqual(CAPABILITIES.filter((one) => one !== 'platform'))
  })

  it('lists every file that the command writes, in its order', () => {
    expect(firstCells(guide, '2. Make the files')).toEqual([
      ...rollOutFiles(HOSTED, EXAMPLE_POLICY).keys(),
      `hosting/${crxName('VERSION')}`,
    ])
  })

  it('shows a policy of keys that there are', () => {
    for (const name of Object.keys(jsonIn(guide))) expect(Object.keys(POLICY_KEYS)).toContain(name)
  })
})

describe('docs/roll-out/replies.md', () => {
  const replies = read('roll-out/replies.md')

  it('tells of each situation of a reply, and of each placeholder', () => {
    expect(firstCells(replies, 'Your own replies').slice(0, SITUATIONS.length)).toEqual([...SITUATIONS])
    const named = [...replies.matchAll(/^\| `\{(\w+)\}` \|/gm)].map(([, name]) => name)
    expect(named).toEqual([...PLACEHOLDERS])
    const { about } = POLICY_KEYS.replies
    expect(about).toContain(`${SITUATIONS.slice(0, -1).join(', ')} or ${SITUATIONS.at(-1)}.`)
    expect(about.match(/\{\w+\}/g)).toEqual(PLACEHOLDERS.map((name) => `{${name}}`))
  })

  it('shows an example that can be used, and leaves nothing in English', () => {
    const { policy, mistakes } = readPolicy(jsonIn(replies))
    expect(mistakes).toEqual([])
    expect(Object.keys(policy.replies.texts)).toEqual([...SITUATIONS])
    expect(Object.keys(policy.replies.names)).toEqual(Object.keys(customerReply.names))
  })
})

describe.each(BROWSERS)('docs/roll-out/%s.md', (browser) => {
  const page = read(`roll-out/${browser}.md`)
  const ids = { chrome: 'ID', edge: 'ID', firefox: FIREFOX_ID, host: null }

  it('names the keys of the registry, and the values that install', () => {
    const { install, policy } = registryKeys(browser, ids)
    expect(page).toContain(`\`${install}\``)
    expect(page).toContain(`\`${policy}\``)
    for (const name of Object.keys(installOf(browser, ids))) expect(page).toContain(`\`${name}\``)
  })

  it('names the preference domains of macOS', () => {
    const { domain } = PLACES[browser]
    expect(page).toContain(`\`${domain}\``)
    if (browser !== 'firefox') expect(page).toContain(`\`${domain}.extensions.ID\``)
  })

  it('names files that there are, and all of its own', () => {
    const files = [...rollOutFiles(HOSTED, EXAMPLE_POLICY).keys()]
    const named = [...page.matchAll(/`((?:windows|macos|linux|google-admin)\/[\w./-]+)`/g)].map(
      ([, file]) => file,
    )
    for (const file of named) expect(files).toContain(file)
    for (const file of files.filter((one) => one.includes(browser))) expect(named).toContain(file)
  })

  it('names the oldest version as the manifest does', () => {
    expect(page).toContain(`from version ${browser === 'firefox' ? firefox : chromium}`)
  })
})

describe('the template’s words', () => {
  it('name the oldest versions as the manifests do', () => {
    const adml = rollOutFiles(HOSTED, EXAMPLE_POLICY).get('windows/en-US/podlight.adml')
    expect(adml).toContain(
      `Google Chrome ${chromium}, Microsoft Edge ${chromium} or Mozilla Firefox ${firefox}`,
    )
  })
})

describe('docs/security-review.md', () => {
  const review = read('security-review.md')
  const answer = (question: string): string =>
    review.split('\n').find((line) => line.startsWith(`| ${question}`)) ?? ''
  const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one)

  it('names the permissions of the manifests', () => {
    for (const browser of ['chrome', 'firefox'])
      expect(quoted(answer('Which permissions'))).toEqual(manifestFor(browser)['permissions'])
  })

  it('names the hosts that are asked', () => {
    expect(quoted(answer('Which hosts')).slice(0, -1)).toEqual([...kustomer.page.hosts])
  })

  it('names the oldest browsers', () => {
    expect(answer('Which browsers')).toContain(`from version ${chromium}, Firefox from ${firefox}`)
  })
})
