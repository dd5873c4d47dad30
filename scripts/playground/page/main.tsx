import './playground.css'
import { render } from 'preact'
import { Playground } from './Playground.tsx'

const root = document.getElementById('app')
if (root) render(<Playground />, root)
