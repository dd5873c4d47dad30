import { render } from 'preact'
import { open } from '../ui/model.ts'
import { Options } from './Options.tsx'

const root = document.getElementById('app')
if (root) {
  await open()
  render(<Options />, root)
}
