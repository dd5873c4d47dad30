import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Places } from '../../scripts/stage/shopOptions.ts'
import { until } from '../../scripts/stage/until.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, HOST, type MannersOptions, mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Who copies a tag and a line for their policy out of docs/widget.md has a banner, in each browser; and what a policy is
// for holds: what it does not name does not run.

const docs = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8')

/** The block that follows some words of the document. */
const after = (words: string): string => {
  const at = docs.indexOf(words)
  const [, block] = /```\w*\n([\s\S]*?)\n```/.exec(docs.slice(at)) ?? []
  if (at < 0 || block === undefined) throw new Error(`docs/widget.md has no block after “${words}”.`)
  return block
}

const TAGS = {
  plain: after('**A plain page**'),
  pinned: after('<!-- tag: pinned -->'),
  checked: after('<!-- tag: checked -->'),
  nonce: after('**A page with a nonce'),
  manager: after('**A tag manager**'),
}
const POLICIES = {
  host: after('<!-- policy: host -->'),
  nonce: after('<!-- policy: nonce -->'),
  hashes: after('<!-- policy: hashes -->'),
}
/** WebKit, looking ahead in a page, may refuse a file before it has read the hash beside it; then it runs it. */
const AHEAD = /^violation script-src-elem$|^Refused by script-src-elem: \S+\/podlight-[\d.]+\.js/
const [HEADER = '', INTEGRITY = ''] = after('<!-- policy: integrity -->').split(': ')

describe.each(ALL)('who follows docs/widget.md in %s', (name) => {
  const manners = mannersIn(name)

  /** A tag of the document on a page here: its files and its feed are those of the test. */
  const tag =
    (recipe: keyof typeof TAGS) =>
    ({ cdn }: Places): string =>
      TAGS[recipe]
        .replaceAll('https://cdn.example', `${cdn}/podlight`)
        // A tag manager strips attributes, so there they stand in the address.
        .replace("help%40shop.example'", `help%40shop.example&pod=prod1&chat=none&feed=${manners.feed}'`)
        .replace(
          '<script async',
          `<script async data-pod="prod1" data-chat="none" data-feed="${manners.feed}"`,
        )

  /** A policy of the document. The page has scripts of its own, and one that nobody allowed. */
  const policy =
    (kind: keyof typeof POLICIES) =>
    ({ shop, cdn }: Places): string =>
      `default-src 'none'; require-trusted-types-for 'script'; ${POLICIES[kind]
        // Where trust is handed on by a nonce, a host counts for nothing.
        .replace('script-src', kind === 'nonce' ? 'script-src' : `script-src ${shop}`)
        .replace('https://cdn.example', cdn)
        .replace('https://status.kustomer.com', new URL(manners.feed).origin)}`

  const shows = (options: MannersOptions, isWatched = true, looksAhead = false): Promise<void> =>
    manners.visit(options, async ({ headline, wrong }) => {
      await headline(FILES)
      if (!isWatched) return
      const heard = [...(await wrong()), ...(await manners.web.said()).map(({ text }) => text)]
      expect(looksAhead ? heard.filter((one) => !AHEAD.test(one)) : heard).toEqual([])
    })

  /** The script was refused: nothing of it is there when the page is. Of an integrity policy, Chromium says nothing. */
  const refused = (options: MannersOptions, isTold = true): Promise<void> =>
    manners.visit(options, async ({ seen, run }) => {
      await seen('document.readyState', 'complete')
      // The browser says so on the console, in moments of its own: all of it is waited for.
      let said = 0
      const hear = async (): Promise<boolean> => {
        const { length } = await manners.web.said()
        said += length
        return said > 0 && length === 0
      }
      if (isTold) await until(hear, (isAll) => isAll, 'a word about it')
      expect(await run(`return [typeof window.podlight, ${HOST}]`)).toEqual(['undefined', null])
    })

  it.each(inFull(name) ? (['plain', 'pinned', 'checked'] as const) : (['checked'] as const))(
    'has a banner with the %s tag',
    (recipe) => shows({ tag: tag(recipe) }),
  )

  it('has one by a tag manager', () => shows({ tag: tag('manager') }))

  it('has one by a manager that runs scripts by their text, also of one version', () =>
    shows({
      tag: ({ cdn }) => `<script>
        const tag = document.createElement('script')
        tag.type = 'text/plain'
        tag.src = '${cdn}/podlight/${/podlight-[\d.]+\.js/.exec(TAGS.pinned)?.[0]}?pod=prod1&chat=none&feed=${manners.feed}'
        document.head.append(tag)
        fetch(tag.src).then((reply) => reply.text()).then((code) => setTimeout(code))
      </script>`,
    }))

  it('has one under a policy by host, and a tag from elsewhere does not run', async () => {
    await refused({ tag: tag('plain'), csp: ({ shop }) => `script-src ${shop}` })
    for (const recipe of ['plain', 'checked'] as const) await shows({ tag: tag(recipe), csp: policy('host') })
  })

  it('has one under a policy by nonce, and a tag without it does not run', async () => {
    const options = { csp: policy('nonce'), nonce: 'NONCE' }
    await shows({ ...options, tag: tag('nonce') })
    await refused({ ...options, tag: tag('plain') })
  })

  it('has one under a policy by hash, and no other script of the same host runs', async () => {
    await shows({ tag: tag('checked'), csp: policy('hashes') }, true, name === 'webkit')
    await refused({ tag: tag('plain'), csp: policy('hashes') })
  })

  // WebKit does not know the header.
  itWhere(name !== 'webkit')(
    'has one under an integrity policy, by which nothing unchecked runs',
    async () => {
      const headers = { [HEADER]: INTEGRITY }
      await refused({ tag: tag('pinned'), headers }, false)
      // The page's own scripts, by which tests watch it, are not checked either.
      await shows({ tag: tag('checked'), headers }, false)
    },
  )
})
