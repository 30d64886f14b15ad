// A real disk of 40 MB runs full in the middle of a model, gets space again, and may at last only be read. Needs Linux and the right to mount a disk in a namespace of its own.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { bundleProgram } from '../fakes/program'
import { serveModels, someBytes } from '../fakes/served-models'

const folder = mkdtempSync(join(tmpdir(), 'psiona-model-disk-'))
const onSmallDisk = (...command: string[]) => [
  '--mount',
  '--map-root-user',
  'sh',
  '-c',
  'mount -t tmpfs -o size=40m tmpfs "$0" && exec "$@"',
  folder,
  ...command,
]
const canMount = spawnSync('unshare', onSmallDisk('true')).status === 0

it.skipIf(!canMount)('a full disk costs a pull nothing but time', async () => {
  const bytes = someBytes(8_000_000)
  const served = await serveModels({ ears: [{ bytes }] })
  served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 2_000_000 })
  const program = await bundleProgram('tests/fakes/full-disk-puller.ts')
  const child = spawn('unshare', onSmallDisk(process.execPath, program.path, served.catalogueFile, folder, 'ears'), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: { what: string; state: string; receivedBytes: number; problem: string | null; remounted?: boolean }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'full') served.server.release()
    else said.push(JSON.parse(line))
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  program.remove()
  await served.close()
  rmSync(folder, { recursive: true, force: true })
  expect(code).toBe(0)
  const [ranFull, isFull, again, checked, readOnly] = said
  const fullDisk = /^The disk is full: \d MB are still to come. Free \d+ MB and pull again; what has come stays.$/
  expect(ranFull).toMatchObject({ state: 'partial', problem: expect.stringMatching(fullDisk) })
  expect(ranFull!.receivedBytes).toBeGreaterThanOrEqual(2_000_000)
  expect(isFull).toMatchObject({
    state: 'partial',
    receivedBytes: ranFull!.receivedBytes,
    problem: expect.stringMatching(fullDisk),
  })
  expect(again).toMatchObject({ state: 'installed', problem: null })
  expect(checked).toMatchObject({ state: 'installed' })
  expect(served.server.asked.map(({ fromByte }) => fromByte)).toEqual([null, ranFull!.receivedBytes])
  if (readOnly?.remounted)
    expect(readOnly).toMatchObject({ state: 'absent', problem: expect.stringMatching(/may not write to.*PSIONA_DATA/) })
})
