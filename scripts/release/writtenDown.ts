import type { Manifest } from '../embed/manifest.ts'
import { POLICIES, policyLines } from '../embed/policy.ts'
import { LANES, tagOf } from '../embed/tag.ts'
import type { Weighed } from '../sizes/weigh.ts'

// What the documents say of a release in figures and hashes. It is written by the release's command, and held against
// what was built before anything is given out.

const count = (bytes: number): string => bytes.toLocaleString('en-US')

/** docs/sizes.md: what everything weighs, to the byte. */
export const sizesPage = (version: string, all: readonly Weighed[]): string => {
  const tables = all.map(({ title, weights }) => {
    const rows = weights.map(({ what, bytes, most }) => `| ${what} | ${count(bytes)} | ${count(most)} |`)
    return `## ${title}\n\n| what | bytes | at most |\n| --- | ---: | ---: |\n${rows.join('\n')}\n`
  })
  return `# What ${version} weighs

Written by \`npm run release -- --write\`. A release whose bytes differ from these isn't made, so no change of size goes
unseen; what may weigh how much at most is checked on every push.

${tables.join('\n')}`
}

/** The sizes that differ from those on the page, each in a sentence. */
export const sizeFaults = (page: string, version: string, all: readonly Weighed[]): readonly string[] => {
  const rows = new Map(
    [...page.matchAll(/^\| (.+?) \| ([\d,]+) \| [\d,]+ \|$/gm)].map(([, what, bytes]) => [what, bytes]),
  )
  if (!page.startsWith(`# What ${version} weighs\n`)) return [`docs/sizes.md isn’t about ${version}.`]
  const faults = all.flatMap(({ weights }) =>
    weights.flatMap(({ what, bytes }) => {
      const before = rows.get(what)
      if (before === count(bytes)) return []
      const now = Number.isNaN(bytes) ? 'was not built' : `weighs ${count(bytes)} bytes`
      return [`“${what}” ${now}, and docs/sizes.md says ${before ?? 'nothing'}.`]
    }),
  )
  const isSame = page === sizesPage(version, all)
  return faults.length > 0 || isSame ? faults : ['docs/sizes.md has other ceilings or rows than the build.']
}

/** The fenced block after a mark such as `<!-- tag: checked -->`. */
const BLOCK = /(<!-- (tag|policy): (\w+) -->\n```\w*\n)([\s\S]*?)(```)/g

/** What is to stand in a block of docs/widget.md. */
const blockOf = (manifest: Manifest, kind: string, name: string): string => {
  const lane = LANES.find((one) => one === name)
  const way = POLICIES.find((one) => one === name)
  if (kind === 'tag' && lane) return tagOf(manifest, { lane })
  if (kind === 'policy' && way) return policyLines(manifest)[way]
  throw new Error(`docs/widget.md has a block for a ${kind} “${name}”, and there is none.`)
}

/** docs/widget.md with the tags and policies of these files. */
export const withTags = (page: string, manifest: Manifest): string =>
  page.replaceAll(
    BLOCK,
    (_, before, kind, name, __, after) => `${before}${blockOf(manifest, kind, name)}\n${after}`,
  )

/** Whether docs/widget.md shows the tags and policies of these files. */
export const tagFaults = (page: string, manifest: Manifest): readonly string[] =>
  withTags(page, manifest) === page
    ? []
    : [`docs/widget.md shows a tag or a policy that isn’t of this ${manifest.version}.`]
