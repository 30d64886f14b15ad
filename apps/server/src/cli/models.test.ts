import { spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ModelInfo, Problem } from '@psiona/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bundleProgram } from '../../../../tests/fakes/program'
import { type ServedModels, serveModels, someBytes } from '../../../../tests/fakes/served-models'
import { systemClock } from '../clock'
import { readConfig } from '../config'
import { openDataFolder } from '../store/data-folder'
import { createModelProgress } from './model-progress'
import { models } from './models'

const EARS = someBytes(400_000)
const open: ServedModels[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(open.splice(0).map((served) => served.close()))
})
async function serve(): Promise<ServedModels> {
  const served = await serveModels({
    ears: [{ bytes: EARS }],
    voices: [{ bytes: someBytes(2000, 2) }, { bytes: someBytes(10, 3) }],
  })
  open.push(served)
  return served
}
const environment = ({ root, catalogueFile }: ServedModels) => ({
  ...process.env,
  PSIONA_DATA: root,
  PSIONA_MODEL_CATALOGUE: catalogueFile,
})
/** Runs the command in this process; what it says meanwhile is in `aside`. */
async function run(served: ServedModels, ...words: string[]) {
  const aside: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => aside.push(String(text)) > 0)
  const outcome = await models.run({}, readConfig(environment(served)), words)
  const { running, models: touched } = outcome.result as { running: boolean; models: unknown[] }
  return { ...outcome, running, touched: touched.map((model) => ModelInfo.parse(model)), aside: aside.join('') }
}
const states = (touched: readonly ModelInfo[]) => touched.map(({ id, state }) => `${id} ${state}`)

describe('psiona models, without a running server', () => {
  it('lists what there is as a table', async () => {
    const { words, touched, running, problem } = await run(await serve(), 'list')
    expect([running, problem]).toEqual([false, undefined])
    expect(states(touched)).toEqual(['ears absent', 'voices absent'])
    const [head, ears] = words.split('\n')
    expect(head).toMatch(/^id +for +languages +size +licence +paid stream +state$/)
    expect(ears).toMatch(/^ears +speaker +en +0\.4 MB +MIT +yes +–$/)
    expect(words).toMatch(/[\d.]+ [MG]B free on this disk$/)
  })

  it('pulls several, and says every tenth on stderr', async () => {
    const served = await serve()
    const { touched, words, problem, aside } = await run(served, 'pull', 'ears', 'voices')
    expect(problem).toBeUndefined()
    expect(states(touched)).toEqual(['ears installed', 'voices installed'])
    expect(words).toMatch(/ears .* installed\nvoices .* installed$/)
    expect(aside).toMatch(/Model ears: 100 % of 0\.4 MB/)
    expect(readFileSync(join(served.modelsDir, 'ears/model.onnx')).equals(EARS)).toBe(true)
  })

  it('ends in a problem, and still in a result, when one cannot be had', async () => {
    const served = await serve()
    served.server.script('/ears/model.onnx', { kind: 'status', status: 404 })
    const { problem, touched } = await run(served, 'pull', 'ears', 'voices')
    expect(problem).toMatchObject({ code: 'models-not-right', message: expect.stringMatching(/no longer has this file/) })
    expect(states(touched)).toEqual(['ears absent', 'voices installed'])
  })

  it('verifies all that are here, finds a flipped bit, and removes', async () => {
    const served = await serve()
    expect(await run(served, 'verify')).toMatchObject({ words: 'No model is installed.', problem: undefined })
    await run(served, 'pull', 'ears', 'voices')
    expect((await run(served, 'verify')).problem).toBeUndefined()
    const file = join(served.modelsDir, 'voices/tokens.txt')
    const bytes = readFileSync(file)
    bytes[3]! ^= 1
    writeFileSync(file, bytes)
    const checked = await run(served, 'verify')
    expect(states(checked.touched)).toEqual(['ears installed', 'voices damaged'])
    expect(checked.problem?.message).toMatch(/Model voices is damaged/)
    expect((await run(served, 'verify', 'ears')).problem).toBeUndefined()
    expect(states((await run(served, 'remove', 'voices')).touched)).toEqual(['voices absent'])
  })

  it.each([['dance'], ['pull'], ['remove'], ['list', 'ears'], ['constructor']])('refuses %j with its usage', async (...words) => {
    await expect(run(await serve(), ...words)).rejects.toThrow(/Usage: psiona models list \| pull/)
  })

  it('names what it does not know', async () => {
    await expect(run(await serve(), 'pull', 'nobody')).rejects.toThrow(Problem)
  })

  it('keeps what has come on Ctrl C, and fails', { timeout: 60_000 }, async () => {
    const served = await serve()
    served.server.script('/ears/model.onnx', { kind: 'hold', afterBytes: 300_000 })
    const program = await bundleProgram('tests/fakes/models-command.ts')
    const child = spawn(process.execPath, [program.path, 'pull', 'ears'], {
      env: environment(served),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { stdout: '', stderr: '' }
    for (const way of ['stdout', 'stderr'] as const) child[way].on('data', (text) => (said[way] += String(text)))
    const part = join(served.modelsDir, 'ears/.partial/model.onnx.part')
    while ((statSync(part, { throwIfNoEntry: false })?.size ?? 0) < 300_000) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.once('close', resolve))
    program.remove()
    expect(code).toBe(1)
    expect(said.stderr).toMatch(/psiona: pull-stopped: Stopped\. What has come stays/)
    expect(said.stdout).toMatch(/ears .* 75 % here/)
    expect(states((await run(served, 'pull', 'ears')).touched)).toEqual(['ears installed'])
    expect(served.server.asked.at(-1)).toMatchObject({ fromByte: 300_000 })
  })
})

describe('psiona models, with a running server', () => {
  /** The routes of the models in front of real files, found as a running server is. */
  async function runningServer(served: ServedModels) {
    const files = served.open()
    const asked: string[] = []
    const server = createServer(async (request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      const [, , , id = '', verb] = (request.url ?? '').split('/')
      const answers: Record<string, () => unknown> = {
        'GET ': async () => ({ models: files.list(), freeBytes: null }),
        'POST pull': () => files.pull(id),
        'DELETE pull': () => files.pause(id),
        'POST verify': () => files.verify(id),
        'DELETE ': () => files.remove(id),
      }
      response.setHeader('content-type', 'application/json')
      try {
        response.end(JSON.stringify(await answers[`${request.method} ${verb ?? ''}`]?.()))
      } catch (error) {
        response.statusCode = 404
        response.end(JSON.stringify(error instanceof Problem ? error.body() : {}))
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const folder = openDataFolder(served.root, systemClock)
    writeFileSync(join(served.root, 'control-token'), 'token-of-this-test\n')
    folder.announce((server.address() as AddressInfo).port)
    const close = () => {
      folder.close()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    }
    return { asked, close }
  }

  it('lets the server do it, and waits until it is done', async () => {
    const served = await serve()
    const server = await runningServer(served)
    try {
      const pulled = await run(served, 'pull', 'ears')
      expect(pulled).toMatchObject({ running: true, problem: undefined })
      expect(states(pulled.touched)).toEqual(['ears installed'])
      expect((await run(served, 'verify', 'ears')).problem).toBeUndefined()
      expect(states((await run(served, 'remove', 'ears')).touched)).toEqual(['ears absent'])
      await expect(run(served, 'pull', 'nobody')).rejects.toThrow(/no model of that name/)
      expect(server.asked).toContain('POST /api/models/ears/pull Bearer token-of-this-test')
      expect(server.asked).toContain('DELETE /api/models/ears Bearer token-of-this-test')
    } finally {
      await server.close()
    }
  })
})

describe('progress', () => {
  const at = (receivedBytes: number) =>
    ModelInfo.parse({
      id: 'ears',
      title: 'Ears',
      job: 'speaker',
      languages: ['en'],
      bytes: 1e9,
      licence: { name: 'MIT', url: '' },
      monetised: 'yes',
      note: '',
      state: 'pulling',
      receivedBytes,
      bytesPerSecond: 12_340_000,
      problem: null,
    })
  const shown = (isTTY: boolean) => {
    const written: string[] = []
    const progress = createModelProgress({ isTTY, write: (text) => written.push(text) })
    for (let part = 0; part <= 100; part++) progress.show(at(part * 1e7))
    progress.end()
    return written
  }
  it('is one line drawn anew on a terminal, and eleven lines in a file', () => {
    const terminal = shown(true)
    expect(terminal).toHaveLength(102)
    expect(terminal[43]).toBe('\r\u001b[KEars: 43 % of 1.0 GB, 12.3 MB/s')
    expect(terminal.at(-1)).toBe('\n')
    const file = shown(false)
    expect(file).toHaveLength(11)
    expect(file[4]).toBe('Ears: 40 % of 1.0 GB, 12.3 MB/s\n')
  })
})
