import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { within } from '../../../scripts/stage/until.ts'
import { stop } from './child.ts'

/** A screen that nobody sees, under a number that was free. */
export const startScreen = async (xvfb: string): Promise<{ child: ChildProcess; display: string }> => {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const told = new Promise<string>((resolve, reject) => {
    let text = ''
    const pipe = child.stdio[3] as Readable
    pipe.setEncoding('utf8').on('data', (more: string) => {
      text += more
      if (text.includes('\n')) resolve(`:${text.trim()}`)
    })
    child.once('exit', () => reject(new Error('Xvfb ended at once.')))
  })
  try {
    return { child, display: await within(told, 'the start of Xvfb') }
  } catch (cause) {
    await stop(child)
    throw cause
  }
}
