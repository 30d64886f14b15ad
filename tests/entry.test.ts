// The entry scripts before there is anything: what a newcomer reads when the machine is not ready.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { installTrouble } from '../scripts/steps.mjs'
import { root } from './checkout'

const folder = mkdtempSync(join(tmpdir(), 'psiona-entry-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A checkout without packages, in which `npm` is this program. */
const startWith = (npm: string) => {
  const checkout = mkdtempSync(join(folder, 'checkout-'))
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true })
  mkdirSync(join(checkout, 'bin'))
  writeFileSync(join(checkout, 'bin/npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 })
  const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/start.mjs')], {
    cwd: checkout,
    encoding: 'utf8',
    env: { PATH: `${join(checkout, 'bin')}:/bin:/usr/bin` },
  })
  return { status, last: stderr.trim().split('\n').slice(1).join('\n') }
}

describe('npm start on a machine that is not ready', () => {
  it.each([
    ['no compiler', 'gyp ERR! find Python', /C\+\+ compiler and Python 3/],
    ['no network', 'npm error code ENOTFOUND', /Connect this machine to the internet/],
    ['a full disk', 'npm error code ENOSPC', /disk is full/],
    ['no right to write', 'npm error code EACCES', /permission to write/],
  ])('%s is one sentence or two that say what to do, and exit code 1', (_name, output, sentence) => {
    const { status, last } = startWith(`echo '${output}' >&2; exit 1`)
    expect(status).toBe(1)
    expect(last).toMatch(sentence)
    expect(last.split('\n')).toHaveLength(1)
  })

  it('a failure nobody foresaw shows its own last words', () => {
    expect(installTrouble({ output: 'npm error something odd' })).toContain('something odd')
  })
})
