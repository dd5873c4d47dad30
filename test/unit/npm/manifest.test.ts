import { expect, it } from 'vitest'
import { manifestFrom } from '../../../scripts/build/npmManifest.ts'

it('the package says where its sources are, as soon as the repository does: npm proves by it where it was built', () => {
  const own = { name: 'podlight', version: '1.2.3', license: 'MIT', engines: {}, scripts: { test: 'x' } }
  const repository = { type: 'git', url: 'git+https://code.example/podlight.git' }
  expect(manifestFrom({ ...own, repository }, {})).toMatchObject({ name: 'podlight', repository })
  expect(manifestFrom(own, {})).not.toHaveProperty('repository')
  expect(manifestFrom(own, {})).not.toHaveProperty('scripts')
})
