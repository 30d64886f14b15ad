// A catalogue of small models whose files lie on a server of this machine. In: the files. Out: the catalogue as a file, an empty folder for the models, and the server to misbehave with.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelInfo } from '@psiona/shared'
import { type Clock, systemClock } from '../../apps/server/src/clock'
import type { Resolve } from '../../apps/server/src/store/model-address'
import { type ModelFiles, openModelFiles } from '../../apps/server/src/store/model-files'
import { type FileServer, fileServer } from './file-server'

export interface ServedFile {
  readonly bytes: Buffer
  /** False leaves size and checksum out of the catalogue. */
  readonly published?: boolean
  /** Replaces the catalogue's address. */
  readonly url?: string
  /** What the catalogue says. */
  readonly saysBytes?: number
  readonly validator?: boolean
}
/** One file makes a speaker model (model.onnx), two a recogniser (model.onnx, tokens.txt). */
export type ServedModel = readonly [ServedFile] | readonly [ServedFile, ServedFile]

export interface ServedModels {
  readonly server: FileServer
  readonly root: string
  readonly catalogueFile: string
  readonly modelsDir: string
  /** A new look at the same folder, as after a restart. Closed with the rest. */
  open(options?: OpenOptions): ModelFiles
  /** Writes the catalogue again. */
  publish(models: Readonly<Record<string, ServedModel>>): void
  close(): Promise<void>
}
export interface OpenOptions {
  readonly clock?: Clock
  readonly resolve?: Resolve
  readonly onChange?: (models: readonly ModelInfo[]) => void
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The same for the same seed, and nowhere alike. */
export function someBytes(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length)
  let random = seed
  for (let at = 0; at < length; at++) {
    random = (random * 48_271) % 2_147_483_647
    bytes[at] = random
  }
  return bytes
}

const PATHS = ['model.onnx', 'tokens.txt'] as const

export async function serveModels(models: Readonly<Record<string, ServedModel>>): Promise<ServedModels> {
  const server = await fileServer()
  const root = mkdtempSync(join(tmpdir(), 'psiona-models-'))
  const catalogueFile = join(root, 'catalogue.yaml')
  const modelsDir = join(root, 'models')
  const opened: ModelFiles[] = []

  const publish: ServedModels['publish'] = (served) => {
    const entries = Object.entries(served).map(([id, files], i) => ({
      id,
      title: `Model ${id}`,
      job: files.length === 1 ? 'speaker' : 'offline',
      engine: files.length === 1 ? 'speaker' : 'sense-voice',
      languages: ['en'],
      licence: { name: 'MIT', url: 'https://example.com/licence' },
      monetised: 'yes',
      note: 'For tests.',
      recommended: i + 1,
      files: files.map(({ bytes, published = true, url, saysBytes, validator = true }, at) => ({
        role: ['model', 'tokens'][at],
        path: PATHS[at],
        bytes: published ? (saysBytes ?? bytes.length) : null,
        sha256: published ? sha256(bytes) : null,
        url: url ?? server.put(`/${id}/${PATHS[at]}`, bytes, { validator }),
      })),
    }))
    // JSON is YAML.
    writeFileSync(catalogueFile, JSON.stringify({ models: entries }))
  }
  publish(models)
  return {
    server,
    root,
    catalogueFile,
    modelsDir,
    open({ clock = systemClock, resolve, onChange = () => {} } = {}) {
      const files = openModelFiles({ catalogueFile, dir: modelsDir, clock, onChange, ...(resolve ? { resolve } : {}) })
      opened.push(files)
      return files
    },
    publish,
    async close() {
      await Promise.all(opened.map((files) => files.close()))
      await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
