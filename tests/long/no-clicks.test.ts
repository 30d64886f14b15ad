// A thousand utterances in which everything happens at once, and ten thousand texts that nobody would write: no click, no sample beyond
// full scale, nothing that is no number, nothing thrown.
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { root } from '../checkout'

it('bench clicks finds nothing', () => {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/clicks.bench.ts', '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(JSON.parse(stdout.trim().split('\n').at(-1) as string)).toMatchObject({
    utterances: 1002,
    texts: 10_000,
    clicks: 0,
    beyondFullScale: 0,
    notANumber: 0,
    failed: 0,
  })
})
