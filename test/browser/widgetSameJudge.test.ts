import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { builtParts } from '../../scripts/sizes/widgetSteps.ts'
import { findingOf } from '../../widget/loader/findingOf.ts'
import type { JudgementPart, Judging, LoaderContext } from '../../widget/protocol.ts'
import { fixtureDocuments, recordedDocuments, unseenDocuments } from '../support/everyDocument.ts'
import { nightly } from '../support/nightly.ts'
import { forPages, wholeJudgement } from '../unit/widget/support/wholeJudge.ts'

// The judgement as it is served, which needs no browser to be asked what a document means.

const NOW = Date.UTC(2026, 4, 4, 12)

/** The built part, as the loader would have it. */
const builtJudgement = (): Judging => {
  const file = builtParts().get('judgement')?.file
  if (!file) throw new Error('Build the widget first: npm run widget.')
  let part: JudgementPart | undefined
  const currentScript = { podlight: (given: JudgementPart) => (part = given) }
  const context = createContext({ document: { currentScript }, addEventListener: () => undefined, URL })
  runInContext(readFileSync(new URL(`../../dist/widget/${file}`, import.meta.url), 'utf8'), context)
  if (!part) throw new Error(`${file} handed nothing over.`)
  const tag = { src: 'https://cdn.example/podlight.js', getAttribute: () => null }
  return part({
    tag: tag as unknown as LoaderContext['tag'],
    calls: [],
    pod: () => undefined,
    load: () => Promise.reject(new Error('Nothing is loaded here.')),
    news: () => ({ pod: undefined, level: 'unknown' }),
    draw: () => undefined,
    refresh: () => undefined,
  })
}

it('the judgement that sites load says what agents are told', () => {
  const judging = builtJudgement()
  // Other tests hold the source to the same on each of these: here it is what the build made of it.
  const documents = [...fixtureDocuments(), ...recordedDocuments(), ...unseenDocuments()]
  const some = documents.filter((_, i) => i % nightly(1, 5) === 0)
  let told = 0
  for (const { name, document } of some)
    for (const pod of ['prod1', 'prod2', 'prod4']) {
      const whole = wholeJudgement(document, pod, NOW)
      if (!whole) throw new Error(`${name} cannot be read.`)
      const finding = findingOf(judging.judge(document, pod, NOW))
      if (whole.impacts.length === 0 && !whole.banner) {
        expect(finding, `${name}, ${pod}`).toEqual({ level: whole.level === 'ok' ? 'ok' : 'unknown' })
        continue
      }
      told++
      expect(finding, `${name}, ${pod}`).toMatchObject(forPages(whole))
    }
  expect(told).toBeGreaterThan(nightly(1000, 200))
})
