import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needsChecked, POLICIES, policyLines } from '../../scripts/embed/policy.ts'
import { LANES, tagOf } from '../../scripts/embed/tag.ts'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { type Origin, startOrigin } from '../../scripts/stage/loopback.ts'
import { fromFolder, send } from '../../scripts/stage/served.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer as german } from '../../shared/text/de.ts'
import { customer } from '../../shared/text/en.ts'
import { manifestIn } from '../support/builtWidget.ts'
import { faultsEverywhere } from './support/axe.ts'
import { itWhere } from './support/itWhere.ts'
import { HOST, TROUBLE } from './support/manners.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'

// The playground as a site owner has it, from any server, in a folder of it.

const FOLDER = fileURLToPath(new URL('../../dist/playground/', import.meta.url))
const RESULT = '.checker [role=status]'
const UNDER = '/somewhere/else/'

describe.each(ALL)('the playground in %s', (name) => {
  let web: Web
  let origin: Origin
  /** It is drawn once it knows its files. */
  const openPlayground = async (): Promise<void> => {
    await web.open(`${origin.url}${UNDER}index.html`)
    await until(
      () => web.run(`return document.querySelector('textarea') !== null`),
      (isThere) => isThere === true,
      'the playground',
    )
  }
  beforeAll(async () => {
    web = await startWeb(name)
    origin = await startOrigin((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      const found = path.startsWith(UNDER) ? fromFolder(FOLDER, path.slice(UNDER.length)) : null
      send(request, response, found ?? { body: 'Nothing', status: 404 })
    })
    await openPlayground()
  })
  afterAll(async () => {
    await web.close()
    await origin.close()
  })

  const set = (element: string, value: string, event = 'change'): Promise<unknown> =>
    web.run(`const element = document.querySelector(${JSON.stringify(element)})
      element.value = ${JSON.stringify(value)}
      element.dispatchEvent(new Event('${event}', { bubbles: true }))`)
  const choose = (scene: string): Promise<unknown> =>
    web.run(
      `[...document.querySelectorAll('.scenes label')].find((one) => one.textContent.endsWith('${scene}')).click()`,
    )
  const text = (element: string): Promise<unknown> =>
    web.run(`return document.querySelector('${element}')?.textContent ?? null`)
  /** The banner in the chat of the sample: a frame in a frame, all of this origin. */
  const headline = (words: string): Promise<unknown> =>
    until(
      () =>
        web.run(`const sample = document.querySelector('iframe')?.contentWindow
          return sample?.eval(${JSON.stringify(HOST)})?.shadowRoot.querySelector('.headline').textContent ?? null`),
      (seen) => seen === words,
      words,
    )

  it('shows scenes, languages and own words in a chat, and writes the tag', async () => {
    await headline(customer.scenes['chat-failing'].headline)
    expect(await text('pre')).toBe('<script async src="https://cdn.example/podlight.js"></script>')
    await choose('attachments-failing')
    await headline(customer.scenes['attachments-failing'].headline)
    await set('#lang', 'de')
    await headline(german.scenes['attachments-failing'].headline)
    await set('[id="text-SCENE"]', 'Ours <b>now</b>')
    await headline('Ours <b>now</b>')
    expect(await text('pre')).toContain('data-text-attachments-failing="Ours &lt;b>now&lt;/b>"')
    await set('#feed', 'https://mirror.example/summary.json')
    await until(
      () => web.run(`return [...document.querySelectorAll('pre')].map((one) => one.textContent).join()`),
      (all) => String(all).includes('connect-src https://mirror.example;'),
      'the policy',
    )
    await set('#feed', '')
    await set('#lang', 'auto')
    await set('[id="text-SCENE"]', '')
  })

  it('writes the tag for either lane and a line for any policy, out of the files it is served with', async () => {
    const taken = (): Promise<unknown> =>
      web.run(`return [...document.querySelectorAll('.taken pre')].map((one) => one.textContent)`)
    const takes = (tag: string, policy: string): Promise<unknown> =>
      until(taken, (all) => `${all}` === `${[tag, policy]}`, `${tag} and ${policy}`)
    const manifest = manifestIn()
    const host = 'https://files.example/podlight'
    await set('#host', `${host}/podlight.js`, 'input')
    for (const chosen of LANES)
      for (const kind of POLICIES) {
        await set('#lane', chosen)
        await set('#policy', kind)
        // Only a checked tag runs under these.
        const lane = needsChecked(kind) ? 'checked' : chosen
        const attributes: Record<string, string> = kind === 'nonce' ? { nonce: 'NONCE' } : {}
        await takes(tagOf(manifest, { lane, host, attributes }), policyLines(manifest, { host })[kind])
      }
    await set('#lane', 'newest')
    await takes(tagOf(manifest, { lane: 'newest', host }), policyLines(manifest, { host }).host)
    const wrong = (): Promise<unknown> => text('#host-wrong')
    for (const [typed, says] of [
      ['cdn.example', 'Begin with https://, or with / on your own site.'],
      ['/podlight/', ''],
      ['', ''],
    ] as const) {
      await set('#host', typed, 'input')
      await until(wrong, (said) => said === says, `"${says}"`)
    }
  })

  itWhere(name === 'chromium')('can be used by everybody, on any screen', async () => {
    const page = web.playwright?.page
    if (!page) throw new Error('There is no page.')
    expect(await faultsEverywhere(page)).toEqual([])
  })

  it('keeps nothing of what is tried, and puts nobody else’s words on its owner’s site', async () => {
    await headline(customer.scenes['attachments-failing'].headline)
    // The site's own banner may live on this very origin.
    expect(await web.run('return Object.keys(localStorage)')).toEqual([])
    const { src } = (await web.run(`return { src: document.querySelector('iframe').src }`)) as { src: string }
    const evil = src.replace('preview%3A', 'announce%3A')
    const inFrame = `document.querySelector('iframe')?.contentWindow.eval(${JSON.stringify(HOST)})`
    await web.run(`document.querySelector('iframe').src = ${JSON.stringify(evil)}`)
    // What the playground itself may ask for is shown as the owner's word, ...
    await until(
      () => web.run(`return ${inFrame}?.shadowRoot.querySelector('.headline').textContent ?? null`),
      (seen) => seen === customer.scenes['attachments-failing'].headline,
      'an announcement',
    )
    // ... and of a link from elsewhere nothing.
    await web.open(evil)
    await until(
      () => web.run(`return document.querySelector('script[src*="podlight.js"]') !== null`),
      (isThere) => isThere === true,
      'our tag',
    )
    const options = `{ ...document.querySelector('script[src*="podlight.js"]').dataset }`
    const told = (await web.run(`return ${options}`)) as Record<string, string>
    expect(Object.keys(told).sort()).toEqual(['feed', 'storage'])
    expect(new URL(told['feed'] ?? '').origin).toBe(new URL(origin.url).origin)
    await openPlayground()
  })

  it('says what a pasted document leads to, and why', async () => {
    const document = JSON.stringify(summaryAt(load(['2024-12-19-chat-attachments']), TROUBLE))
    await set('textarea', document, 'input')
    const told = String(await text(RESULT))
    expect(told).toMatch(/^degraded/)
    expect(told).toContain(customer.scenes['attachments-failing'].headline)
    await set('textarea', 'not a document', 'input')
    expect(await text(RESULT)).toContain('no JSON')
    await set('textarea', '{"page":{"id":"another"}}', 'input')
    expect(await text(RESULT)).toMatch(/^unknown/)
    // Who has no document at hand begins with one of these.
    for (const [button, level] of [
      ['Files in chat fail', 'degraded'],
      ['Nothing is wrong', 'ok'],
    ]) {
      await web.run(
        `[...document.querySelectorAll('.checker button')].find((one) => one.textContent === '${button}').click()`,
      )
      await until(
        () => text(RESULT),
        (now) => String(now).startsWith(`${level}`),
        `the verdict on: ${button}`,
      )
    }
  })
})
