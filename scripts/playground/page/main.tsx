import './playground.css'
import { render } from 'preact'
import { MANIFEST, readManifest } from '../../embed/manifest.ts'
import { Playground } from './Playground.tsx'

/** The list of files of the banner that is served here: what there is to tag. */
const listed = async () => {
  try {
    return readManifest(await (await fetch(`podlight/${MANIFEST}`)).text())
  } catch {
    return null
  }
}

const root = document.getElementById('app')
if (root) {
  const manifest = await listed()
  render(
    manifest ? (
      <Playground manifest={manifest} />
    ) : (
      <p>
        This playground is incomplete: <code>podlight/{MANIFEST}</code> is missing. Copy the whole folder.
      </p>
    ),
    root,
  )
}
