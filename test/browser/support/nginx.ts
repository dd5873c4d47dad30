import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNginx } from '../../../scripts/browsers/nginx.ts'
import { until } from '../../../scripts/stage/until.ts'

export const nginx = findNginx()

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Runs it with a configuration whose folder of files is ours, and whose address is of this machine. */
export const startNginx = async (
  configuration: string,
  files: URL,
): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const home = mkdtempSync(join(tmpdir(), 'podlight-nginx-'))
  const port = await freePort()
  symlinkSync(fileURLToPath(files), join(home, 'podlight'))
  const here = configuration
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('root /srv;', `root ${home};`)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${home}/${name};`)
    .join('\n')
  // Started by root, it would read as somebody who may not.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const file = join(home, 'nginx.conf')
  writeFileSync(
    file,
    `${user} pid ${home}/pid; daemon off; error_log stderr; events {} http { access_log off; ${paths} ${here} }`,
  )
  let said = ''
  const server: ChildProcess = spawn(nginx ?? '', ['-p', home, '-c', file])
  server.stderr?.on('data', (text: Buffer) => {
    said += `${text}`
  })
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await until(
    async () => server.exitCode ?? (await fetch(url).then(() => 'up', String)),
    (state) => state === 'up' || typeof state === 'number',
    'nginx',
  )
  if (server.exitCode !== null) throw new Error(`nginx did not start: ${said}`)
  return {
    url,
    close: async () => {
      server.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
