import { describe, expect, it } from 'vitest'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, type Ground, mannersIn } from './support/manners.ts'
import { DRAWN, ELEMENT, npmPage, packageAt, partOf } from './support/npmPage.ts'
import { ALL } from './support/startWeb.ts'

// <podlight-banner> comes and goes: it is defined late or twice, moved, removed, and stands beside others of its name.

const HEADLINE = `${partOf('headline')}?.textContent ?? null`
const HEIGHT = `${ELEMENT}.getBoundingClientRect().height`

describe.each(ALL)('the life of <podlight-banner> in %s', (name) => {
  const manners = mannersIn(name)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))
  const element = (attributes = ''): string =>
    `<podlight-banner pod="prod1" feed="${manners.feed}" ${attributes}></podlight-banner>`
  const fine = async ({ wrong }: Ground): Promise<void> => {
    expect(await wrong()).toEqual([])
    expect(await manners.web.said()).toEqual([])
  }

  it('keeps what was set before it was defined, and takes up what is set later', async () => {
    const module = `
      const element = document.createElement('podlight-banner')
      Object.assign(element, { pod: 'prod1', feed: ${JSON.stringify(manners.feed)}, contactLabel: 'our desk',
        contact: 'tel:+123', textAttachmentsFailing: 'Own words' })
      document.body.append(element)
      const { PodlightBanner } = await import('podlight/element')
      window.isUpgraded = element instanceof PodlightBanner`
    await manners.visit(npmPage('', module), async (ground) => {
      const { seen, run, asked } = ground
      await seen(HEADLINE, 'Own words')
      expect(
        await run(
          `return [isUpgraded, ${partOf('link')}.textContent, ${ELEMENT}.getAttribute('contact-label')]`,
        ),
      ).toEqual([true, 'our desk', 'our desk'])
      await run(
        `${ELEMENT}.textAttachmentsFailing = null; ${ELEMENT}.setAttribute('text-attachments-failing-works', 'Own help')`,
      )
      await seen(HEADLINE, FILES)
      expect(
        await run(
          `return [${partOf('works')}.textContent, ${ELEMENT}.textAttachmentsFailingWorks, ${ELEMENT}.textAttachmentsFailing]`,
        ),
      ).toEqual(['Own help', 'Own help', null])
      await run(`${ELEMENT}.watch = 'chat'`)
      await seen(`${DRAWN} ?? null`, null)
      await run(`${ELEMENT}.watch = null`)
      await seen(HEADLINE, FILES)
      // Another pod is judged from the same document.
      await run(`${ELEMENT}.pod = 'prod4'`)
      await seen(`${ELEMENT}.verdict?.pod ?? null`, 'prod4')
      await seen(`${DRAWN} ?? null`, null)
      expect(asked()).toBe(1)
      await fine(ground)
    })
  })

  it('asks nothing twice and leaves nothing behind when it is moved, removed and put back', async () => {
    await manners.visit(npmPage(`${element()}<main></main>`), async (ground) => {
      const { seen, run, asked } = ground
      await run(
        `window.element = ${ELEMENT}; window.shows = 0; element.addEventListener('show', () => { shows++ })`,
      )
      await seen(HEADLINE, FILES)
      await run('for (let i = 0; i < 20; i++) document.querySelector("main").append(element)')
      await seen(HEADLINE, FILES)
      for (let times = 0; times < 3; times++) {
        await run('element.remove(); await new Promise((done) => setTimeout(done))')
        expect(
          await run('return [element.shadowRoot.childElementCount, document.querySelector("podlight-live")]'),
        ).toEqual([0, null])
        await run('document.body.append(element)')
        await seen(HEADLINE, FILES)
      }
      expect(asked()).toBe(1)
      await run('element.hidden = true')
      await seen(HEIGHT, 0)
      await fine(ground)
    })
  })

  itInFull('knows nothing once it was removed', async () => {
    await manners.visit(npmPage(element()), async ({ seen, run }) => {
      await run(`window.element = ${ELEMENT}`)
      await seen('element.verdict?.level', 'degraded')
      await run('element.remove(); await new Promise((done) => setTimeout(done))')
      expect(await run('return element.verdict')).toBeNull()
    })
  })

  itInFull('may be defined by two copies of the package', async () => {
    const module = `
      await import('/npm/element.js')
      await import('/other/element.js')
      const { watchPod } = await import('/other/index.js')
      watchPod({ pod: 'prod4', feed: ${JSON.stringify(manners.feed)} }, ({ level }) => { window.level = level })`
    const page = npmPage(
      `${element()}<podlight-banner pod="prod2" feed="${manners.feed}"></podlight-banner>`,
      module,
      {
        files: packageAt('/other/'),
      },
    )
    await manners.visit(page, async (ground) => {
      const { seen, asked } = ground
      await seen(HEADLINE, FILES)
      await seen('window.level ?? null', 'ok')
      await seen('[...document.querySelectorAll("podlight-banner")].map((one) => one.verdict?.pod ?? null)', [
        'prod1',
        'prod2',
      ])
      expect(asked()).toBe(1)
      await fine(ground)
    })
  })

  it('stands beside the script tag’s own banner, which bears the same name', async () => {
    const page = npmPage(element('id="ours"'), undefined, {
      tag: ({ cdn }) =>
        `<script async src="${cdn}/podlight/podlight.js" data-pod="prod1" data-chat="none" data-feed="${manners.feed}"></script>`,
    })
    await manners.visit(page, async (ground) => {
      const { seen, run } = ground
      await seen(HEADLINE, FILES)
      const tags = 'document.querySelector("body > podlight-banner:not(#ours)")'
      await seen(`${tags}?.shadowRoot?.querySelector('[part=headline]')?.textContent ?? null`, FILES)
      expect(await run(`return [getComputedStyle(${tags}).position, ${tags}.verdict]`)).toEqual([
        'fixed',
        null,
      ])
      await manners.web.click(`${tags}.shadowRoot.querySelector('[part=close]')`)
      await seen(tags, null)
      await fine(ground)
    })
  })

  it('leaves elements alone that have a shadow of somebody else’s', async () => {
    const module = `
      import 'podlight/element'
      for (const mode of ['open', 'closed']) {
        const element = document.createElement('podlight-banner')
        element.attachShadow({ mode }).textContent = mode
        Object.assign(element, { pod: 'prod1', feed: ${JSON.stringify(manners.feed)} })
        document.body.append(element)
      }
      window.isDone = true`
    await manners.visit(npmPage('', module), async (ground) => {
      const { seen, run, asked } = ground
      await seen('window.isDone ?? null', true)
      await run('await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      expect(await run(`return ${ELEMENT}.shadowRoot.textContent`)).toBe('open')
      expect(asked()).toBe(0)
      await fine(ground)
    })
  })
})
