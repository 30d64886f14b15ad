// The static checks as a list. In: the checkout. Out: one result each.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, say } from './steps.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const CHECKS = [
  { name: 'form (biome)', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'types of the web', command: 'tsc', args: ['-p', 'apps/web'] },
  {
    name: 'import rules',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'packages', 'bench', 'tests', 'art'],
  },
]

export function runChecks() {
  return CHECKS.map(({ name, command, args }) => {
    const startedAt = performance.now()
    const { status, stdout, stderr } = spawnSync(bin(command), args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      maxBuffer: 1 << 26,
    })
    const passed = status === 0
    say(`${passed ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
    if (!passed) say(`${stdout}\n${stderr}`.trim().slice(-8000))
    return { name, passed }
  })
}
