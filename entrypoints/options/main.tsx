import { render } from 'preact'
import { Options } from '../../extension/options/Options.tsx'
import { open } from '../../extension/ui/pageState.ts'

const root = document.getElementById('app')
if (root) {
  await open()
  render(<Options />, root)
}
