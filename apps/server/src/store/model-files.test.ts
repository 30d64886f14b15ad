// The life of models on a disk: pulled, interrupted, checked, damaged, removed; the files come from a real server of this machine.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModelInfo, Problem } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { bundleProgram } from '../../../../tests/fakes/program'
import { type ServedModel, type ServedModels, serveModels, someBytes } from '../../../../tests/fakes/served-models'

const MODEL = someBytes(2_000_000)
const TOKENS = someBytes(5000, 2)
const WHOLE = MODEL.length + TOKENS.length
const open: ServedModels[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()))
})
async function serve(
  models: Record<string, ServedModel> = { ears: [{ bytes: MODEL }, { bytes: TOKENS }] },
): Promise<ServedModels> {
  const served = await serveModels(models)
  open.push(served)
  return served
}
const file = ({ modelsDir }: ServedModels, ...names: string[]) => join(modelsDir, 'ears', ...names)
const soon = () => new Promise((resolve) => setImmediate(resolve))
async function pull(served: ServedModels, id = 'ears') {
  const files = served.open()
  files.pull(id)
  return files.pulled(id)
}
/** A pull of which exactly so much of the first file has come. */
async function pullSome(served: ServedModels, bytes: number): Promise<void> {
  served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: bytes })
  const files = served.open()
  files.pull('ears')
  while (files.list()[0]!.receivedBytes < bytes) await soon()
  await files.pause('ears')
  await files.close()
}
const askedPaths = ({ server }: ServedModels) => server.asked.map(({ path }) => path)

describe('a model', () => {
  it('is absent, is pulled at once in the background, and is installed', async () => {
    const served = await serve()
    const files = served.open()
    const [before] = files.list()
    expect(before).toMatchObject({
      id: 'ears',
      state: 'absent',
      bytes: WHOLE,
      receivedBytes: 0,
      bytesPerSecond: null,
      problem: null,
    })
    expect(existsSync(served.modelsDir)).toBe(false)
    expect(files.installed()).toEqual([])
    expect(files.pull('ears')).toMatchObject({ state: 'pulling' })
    const after = await files.pulled('ears')
    expect(ModelInfo.parse(after)).toMatchObject({ state: 'installed', receivedBytes: WHOLE, problem: null })
    expect(files.installed()).toMatchObject([
      { id: 'ears', engine: 'sense-voice', files: { model: file(served, 'model.onnx'), tokens: file(served, 'tokens.txt') } },
    ])
    expect(files.folderOf('ears')).toBe(join(served.modelsDir, 'ears'))
    expect(readFileSync(file(served, 'model.onnx')).equals(MODEL)).toBe(true)
    expect(readdirSync(file(served)).sort()).toEqual(['checksums.json', 'model.onnx', 'tokens.txt'])
    expect(files.pull('ears')).toMatchObject({ state: 'installed' })
    expect(askedPaths(served)).toEqual(['/ears/model.onnx', '/ears/tokens.txt'])
    expect(await files.freeBytes()).toBeGreaterThan(0)
  })

  it('of another name is a Problem', async () => {
    const files = (await serve()).open()
    expect(() => files.pull('nobody')).toThrow(Problem)
    expect(() => files.folderOf('../ears')).toThrow(Problem)
    await expect(files.verify('nobody')).rejects.toThrow(Problem)
  })

  it('that was paused is partial, also after a restart, and only the rest is asked for', async () => {
    const served = await serve()
    await pullSome(served, 700_000)
    const files = served.open()
    expect(files.list()[0]).toMatchObject({ state: 'partial', receivedBytes: 700_000, problem: null })
    expect(files.installed()).toEqual([])
    files.pull('ears')
    expect(await files.pulled('ears')).toMatchObject({ state: 'installed' })
    expect(served.server.asked[1]).toMatchObject({ fromByte: 700_000, sentBytes: MODEL.length - 700_000 })
    expect(readFileSync(file(served, 'model.onnx')).equals(MODEL)).toBe(true)
  })

  it('whose puller was killed goes on where it was', { timeout: 60_000 }, async () => {
    const served = await serve()
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 1_500_000 })
    const program = await bundleProgram('tests/fakes/model-puller.ts')
    const child = spawn(process.execPath, [program.path, served.catalogueFile, served.modelsDir, 'ears'], { stdio: 'ignore' })
    const part = file(served, '.partial/model.onnx.part')
    while (!existsSync(part) || statSync(part).size < 1_500_000) await soon()
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    program.remove()
    expect(await pull(served)).toMatchObject({ state: 'installed' })
    expect(served.server.asked[1]?.fromByte).toBe(1_500_000)
    expect(readFileSync(file(served, 'model.onnx')).equals(MODEL)).toBe(true)
  })

  it('is pulled by one process at a time', async () => {
    const served = await serve()
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 1000 })
    const first = served.open()
    first.pull('ears')
    await served.server.holding()
    expect(await pull(served)).toMatchObject({ problem: expect.stringMatching(/Another Psiona is fetching/) })
    served.server.release()
    expect(await first.pulled('ears')).toMatchObject({ state: 'installed' })
  })

  it('tells its progress at most four times a second, the end included', async () => {
    const served = await serve()
    const clock = fakeClock()
    const told: { atMs: number; model: ModelInfo }[] = []
    const files = served.open({ clock, onChange: ([model]) => told.push({ atMs: clock.monotonicMs(), model: model! }) })
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 1_000_000 })
    files.pull('ears')
    while (files.list()[0]!.receivedBytes < 1_000_000) await soon()
    await clock.advance(2000)
    served.server.release()
    await files.pulled('ears')
    await clock.advance(2000)
    for (const [i, { atMs }] of told.entries()) if (i > 0) expect(atMs - told[i - 1]!.atMs).toBeGreaterThanOrEqual(250)
    expect(told.length).toBeGreaterThan(2)
    expect(told.some(({ model }) => model.state === 'pulling' && model.receivedBytes === 1_000_000)).toBe(true)
    expect(told.at(-1)?.model).toMatchObject({ state: 'installed', bytesPerSecond: null })
    await files.close()
    expect(clock.waiting).toBe(0)
  })
})

describe('several models', () => {
  it('come one after the other, and one that waits can be called off at once', async () => {
    const models = Object.fromEntries(['ears', 'two', 'three'].map((id, i) => [id, [{ bytes: someBytes(1000, i + 1) }] as const]))
    const served = await serve(models)
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 10 })
    const files = served.open()
    for (const id of ['ears', 'two', 'three', 'two']) expect(files.pull(id)).toMatchObject({ state: 'pulling' })
    await served.server.holding()
    expect(await files.pause('two')).toMatchObject({ state: 'absent', problem: null })
    expect(askedPaths(served)).toEqual(['/ears/model.onnx'])
    served.server.release()
    expect(await files.pulled('three')).toMatchObject({ state: 'installed' })
    expect(askedPaths(served)).toEqual(['/ears/model.onnx', '/three/model.onnx'])
    expect(files.installed().map(({ id }) => id)).toEqual(['ears', 'three'])
  })
})

describe('a check', () => {
  it('finds one flipped bit; the model stays damaged after a restart until that file is pulled again', async () => {
    const served = await serve()
    expect(await pull(served)).toMatchObject({ state: 'installed' })
    const files = served.open()
    expect(await files.verify('ears')).toMatchObject({ state: 'installed', problem: null })
    const bytes = readFileSync(file(served, 'tokens.txt'))
    bytes[4000]! ^= 1
    writeFileSync(file(served, 'tokens.txt'), bytes)
    expect(await files.verify('ears')).toMatchObject({
      state: 'damaged',
      problem: expect.stringMatching(/is damaged.*Pull it again/),
    })
    expect(files.installed()).toEqual([])
    expect(served.open().list()[0]).toMatchObject({ state: 'damaged', problem: expect.stringMatching(/Pull it again/) })
    expect(await pull(served)).toMatchObject({ state: 'installed', problem: null })
    expect(askedPaths(served)).toEqual(['/ears/model.onnx', '/ears/tokens.txt', '/ears/tokens.txt'])
    expect(await served.open().verify('ears')).toMatchObject({ state: 'installed' })
  })

  it('is not needed to see a file of the wrong size, or of another catalogue', async () => {
    const served = await serve()
    await pull(served)
    writeFileSync(file(served, 'tokens.txt'), 'short')
    expect(served.open().list()[0]).toMatchObject({ state: 'damaged' })
    await pull(served)
    served.publish({ ears: [{ bytes: someBytes(MODEL.length, 9) }, { bytes: TOKENS }] })
    expect(served.open().list()[0]).toMatchObject({ state: 'damaged' })
  })

  it('makes files of unknown origin known, and needs a whole model that is not on its way', async () => {
    const served = await serve()
    mkdirSync(file(served), { recursive: true })
    writeFileSync(file(served, 'model.onnx'), MODEL)
    await expect(served.open().verify('ears')).rejects.toThrow(/Pull it first/)
    writeFileSync(file(served, 'tokens.txt'), TOKENS)
    const files = served.open()
    expect(files.list()[0]).toMatchObject({ state: 'partial', receivedBytes: WHOLE })
    expect(await files.verify('ears')).toMatchObject({ state: 'installed' })
    await files.remove('ears')
    files.pull('ears')
    await expect(files.verify('ears')).rejects.toThrow(/is being pulled/)
  })
})

describe('files that somebody put into the folder', () => {
  it('are taken by a pull when they are right, and replaced when they are not', async () => {
    const served = await serve()
    mkdirSync(file(served), { recursive: true })
    writeFileSync(file(served, 'model.onnx'), MODEL)
    writeFileSync(file(served, 'tokens.txt'), someBytes(TOKENS.length, 8))
    expect(served.open().installed()).toEqual([])
    expect(await pull(served)).toMatchObject({ state: 'installed', receivedBytes: WHOLE })
    expect(askedPaths(served)).toEqual(['/ears/tokens.txt'])
    expect(readFileSync(file(served, 'tokens.txt')).equals(TOKENS)).toBe(true)
  })
})

describe('a checksum that nobody has published', () => {
  const unpublished = { ears: [{ bytes: MODEL, published: false }] } as const

  it('is noted at the first pull, said so, and compared with from then on', async () => {
    const served = await serve(unpublished)
    expect(served.open().list()[0]).toMatchObject({ bytes: 0, note: expect.stringMatching(/size is a part of it/) })
    const info = await pull(served)
    expect(info).toMatchObject({
      state: 'installed',
      bytes: MODEL.length,
      note: expect.stringMatching(/first pull on this machine noted one/),
    })
    const files = served.open()
    expect(files.list()[0]).toMatchObject({ state: 'installed' })
    const bytes = readFileSync(file(served, 'model.onnx'))
    bytes[1]! ^= 1
    writeFileSync(file(served, 'model.onnx'), bytes)
    expect(await files.verify('ears')).toMatchObject({ state: 'damaged' })
    expect(await pull(served)).toMatchObject({ state: 'installed' })
  })

  it('outlives a removal, so another file is noticed', async () => {
    const served = await serve(unpublished)
    await pull(served)
    expect(await served.open().remove('ears')).toMatchObject({ state: 'absent', receivedBytes: 0 })
    served.server.put('/ears/model.onnx', someBytes(MODEL.length, 7))
    expect(await pull(served)).toMatchObject({ state: 'absent', problem: expect.stringMatching(/checksum differs/) })
  })

  it('and a note that was lost: the file is fetched again rather than believed', async () => {
    const served = await serve(unpublished)
    await pull(served)
    writeFileSync(file(served, 'checksums.json'), '{ "half a')
    const files = served.open()
    expect(files.installed()).toEqual([])
    expect(await pull(served)).toMatchObject({ state: 'installed' })
  })
})

describe('a removal', () => {
  it('takes everything, also in the middle of a pull', async () => {
    const served = await serve()
    await pull(served)
    const files = served.open()
    expect(await files.remove('ears')).toMatchObject({ state: 'absent', receivedBytes: 0 })
    expect(existsSync(file(served))).toBe(false)
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 1000 })
    files.pull('ears')
    await served.server.holding()
    expect(await files.remove('ears')).toMatchObject({ state: 'absent' })
    expect(existsSync(file(served))).toBe(false)
  })

  it('by hand is seen', async () => {
    const served = await serve()
    const files = served.open()
    files.pull('ears')
    await files.pulled('ears')
    rmSync(file(served), { recursive: true })
    expect(files.list()[0]).toMatchObject({ state: 'absent' })
  })
})
