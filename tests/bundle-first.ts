// Before unit tests: the engine thread is a bundle (a worker thread loads no TypeScript), so it is made fresh.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './checkout'

export default function bundleFirst(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bundle.mjs')], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The server could not be bundled:\n${stderr}`)
}
