import { render } from 'preact'
import { open, request } from '../ui/model.ts'
import { Popup } from './Popup.tsx'

const root = document.getElementById('app')
if (root) {
  // What is stored is drawn at once; the news is asked for while it is being read.
  await open()
  render(<Popup />, root)
  void request({ type: 'page-bg:open' })
}
