// One model of one file, pulled through whatever its server does. In: scripts for the server. Out: how the pull ended, every pause between two tries waited out on a clock that costs no time.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelInfo } from '@psiona/shared'
import type { Resolve } from '../../apps/server/src/store/model-address'
import { type FakeClock, fakeClock } from './clock'
import type { FileScript } from './file-server'
import { type ServedFile, type ServedModels, serveModels, someBytes } from './served-models'

export const VOICES = someBytes(3_000_000)
export const VOICES_PATH = '/voices/model.onnx'

export interface ServedVoices extends ServedModels {
  readonly target: string
  readonly part: string
  isWhole(): boolean
}

export async function serveVoices(file: Partial<ServedFile> = {}, ...scripts: FileScript[]): Promise<ServedVoices> {
  const served = await serveModels({ voices: [{ bytes: VOICES, ...file }] })
  served.server.script(VOICES_PATH, ...scripts)
  const target = join(served.modelsDir, 'voices/model.onnx')
  return {
    ...served,
    target,
    part: join(served.modelsDir, 'voices/.partial/model.onnx.part'),
    isWhole: () => readFileSync(target).equals(VOICES),
  }
}

export async function pullVoices(
  served: ServedModels,
  options: { clock?: FakeClock; resolve?: Resolve } = {},
): Promise<ModelInfo> {
  const clock = options.clock ?? fakeClock()
  const files = served.open({ ...options, clock })
  let isOver = false
  const waitOut = async (ms: number) => {
    while (!isOver) {
      await clock.whenAsleep(ms)
      if (!isOver) await clock.advance(ms)
    }
  }
  for (const pauseMs of [1000, 3000, 9000]) void waitOut(pauseMs)
  files.pull('voices')
  const info = await files.pulled('voices')
  isOver = true
  await files.close()
  return info
}

/** Resolves when so much lies on the disk. */
export async function arrived(part: string, bytes: number): Promise<void> {
  while (!existsSync(part) || statSync(part).size < bytes) await new Promise((resolve) => setImmediate(resolve))
}

/** A pull of which exactly so much has come. */
export async function pullSome(served: ServedVoices, bytes: number): Promise<void> {
  served.server.script(VOICES_PATH, { kind: 'hold', afterBytes: bytes })
  const files = served.open()
  files.pull('voices')
  await arrived(served.part, bytes)
  await files.pause('voices')
}

/** First byte asked for, and the answer's status. */
export const askedOf = ({ server }: ServedModels) => server.asked.map(({ fromByte, status }) => [fromByte, status])
