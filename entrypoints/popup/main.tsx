import { render } from 'preact'
import { Popup } from '../../extension/popup/Popup.tsx'
import { knownOfAddress } from '../../extension/popup/podOfTab.ts'
import { podUnder } from '../../extension/popup/ThisSite.tsx'
import { organisationUnder } from '../../extension/popup/WatchOffer.tsx'
import { open, request } from '../../extension/ui/pageState.ts'

const root = document.getElementById('app')
if (root) {
  // What is stored is drawn at once; the news is asked for while it is being read.
  await open()
  const known = await knownOfAddress()
  podUnder.value = known.pod
  organisationUnder.value = known.organisation
  render(<Popup />, root)
  void request({ type: 'page-bg:open' })
}
