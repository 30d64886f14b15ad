// A real disk of one megabyte runs full and gets space again, five times. Needs Linux and the right to mount a disk in a namespace of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../checkout'
import { bundleProgram } from '../fakes/program'

const onSmallDisk = (folder: string, command: string[]) =>
  spawnSync(
    'unshare',
    ['--mount', '--map-root-user', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"', folder, ...command],
    { encoding: 'utf8' },
  )
const folder = mkdtempSync(join(tmpdir(), 'psiona-full-'))
const canMount = onSmallDisk(folder, ['true']).status === 0

it.skipIf(!canMount)('a full disk costs no turn, and writing goes on within 10 s of space coming back', async () => {
  const program = await bundleProgram('tests/fakes/full-disk-writer.ts')
  const { status, stdout, stderr } = onSmallDisk(folder, [
    process.execPath,
    program.path,
    folder,
    join(root, 'prisma/migrations'),
  ])
  program.remove()
  rmSync(folder, { recursive: true, force: true })
  expect(`${status} ${stderr}`).toBe('0 ')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const end = lines.pop()
  expect(lines).toHaveLength(5)
  for (const round of lines) {
    expect(round).toMatchObject({ whileFull: 'trouble', remembered: round.said })
    expect(round.backMs).toBeLessThan(10_000)
  }
  expect(end).toMatchObject({ codes: ['ENOSPC', 'disk-full', 'kept'], integrity: 'ok', kept: end.said })
})
