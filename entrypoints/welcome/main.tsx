import { render } from 'preact'
import { open } from '../ui/model.ts'
import { Welcome } from './Welcome.tsx'

const root = document.getElementById('app')
if (root) {
  await open()
  render(<Welcome />, root)
}
