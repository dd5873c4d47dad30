import { spawnSync } from 'node:child_process'

/** Runs a command of package.json, through the npm that runs us where there is one. Gives whether it succeeded. */
export const runScript = (name: string, args: readonly string[] = []): boolean => {
  const npm = process.env['npm_execpath']
  const command = ['run', '-s', name, ...(args.length > 0 ? ['--', ...args] : [])]
  const { status } =
    npm === undefined
      ? spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...command], { stdio: 'inherit' })
  return status === 0
}
