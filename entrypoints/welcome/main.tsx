import { render } from 'preact'
import { open } from '../../extension/ui/pageState.ts'
import { Welcome } from '../../extension/welcome/Welcome.tsx'

const root = document.getElementById('app')
if (root) {
  await open()
  render(<Welcome />, root)
}
