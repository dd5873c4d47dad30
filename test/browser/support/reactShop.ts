// A shop as its owner would build it with React: written to a folder of its own, where the package is installed.

/** What the package is used for, in markup and by the hook that its README shows. */
const APP = `import 'podlight/element'
import 'podlight/window'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { type Level, type Verdict, watchPod } from 'podlight'

declare const FEED: string

const usePod = (pod: string): Verdict | null => {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  useEffect(() => watchPod({ pod, feed: FEED }, setVerdict), [pod])
  return verdict
}

const Level = ({ pod }: { pod: string }) => {
  const level: Level = usePod(pod)?.level ?? 'unknown'
  return <output id={pod}>{level}</output>
}

const Shop = () => {
  const [pods, setPods] = useState(['prod1', 'prod2'])
  const [shown, setShown] = useState('')
  return (
    <>
      {pods.map((pod) => <Level key={pod} pod={pod} />)}
      <podlight-banner pod="prod1" feed={FEED} contact="tel:+123" onshow={({ detail }) => setShown(detail.scene)} />
      <i id="shown">{shown}</i>
      <button onClick={() => setPods(['prod4'])}>Others</button>
    </>
  )
}

window.podlight?.('on', 'change', ({ level, banner }) => console.log(level, banner?.effect))
const root = document.querySelector('#root')
if (root) createRoot(root).render(<StrictMode><Shop /></StrictMode>)
`

/** What a program on a server is written like; its compiler looks modules up as Node does. */
const SERVER = `import { type Verdict, watchPod } from 'podlight'
import type { Podlight, PodlightCall } from 'podlight/window'
import manifest from 'podlight/package.json' with { type: 'json' }

const levels: Verdict['level'][] = []
export const end: () => void = watchPod(
  { pod: 'prod2', feed: ['https://a.example/x', 'https://b.example/x'], signal: new AbortController().signal },
  ({ level, impacts }) => levels.push(impacts[0]?.effect === 'down' ? 'outage' : level),
)
export const stub: Podlight = (...call: PodlightCall) => { (stub.q ||= []).push(call) }
stub('announce', 'chat-down', new Date())
// @ts-expect-error There is no such call.
stub('anounce', 'chat-down')
// @ts-expect-error There is no such option.
watchPod({ pods: ['prod2'] }, () => undefined)
export const { version }: { version: string } = manifest
`

const COMPILER = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: [],
  skipLibCheck: false,
}

/** The files of the shop, by name. `types` is what the README says is needed for the element in JSX. */
export const reactShop = (types: string, feed: string): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({ name: 'shop', private: true, type: 'module' }),
  'index.html':
    '<!doctype html><title>Shop</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/app.tsx"></script>',
  'app.tsx': APP,
  'podlight.d.ts': types,
  'server.ts': SERVER,
  'vite.config.js': `export default { define: { FEED: ${JSON.stringify(JSON.stringify(feed))} } }`,
  'tsconfig.bundler.json': JSON.stringify({
    compilerOptions: { ...COMPILER, module: 'esnext', moduleResolution: 'bundler' },
    files: ['app.tsx', 'podlight.d.ts'],
  }),
  'tsconfig.node.json': JSON.stringify({
    compilerOptions: { ...COMPILER, module: 'nodenext', moduleResolution: 'nodenext' },
    files: ['server.ts', 'app.tsx', 'podlight.d.ts'],
  }),
})
