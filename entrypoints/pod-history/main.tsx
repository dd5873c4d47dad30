import { render } from 'preact'
import { History } from '../../extension/history/History.tsx'
import { keepUp, openHistory } from '../../extension/history/historyState.ts'
import { open, request } from '../../extension/ui/pageState.ts'

const root = document.getElementById('app')
if (root) {
  await open()
  await openHistory()
  render(<History />, root)
  // What is shown at first is painted before the rest is read.
  requestAnimationFrame(() => setTimeout(keepUp))
  void request({ type: 'page-bg:open' })
}
