// The owner's voice and others', told apart by a tiny model in the real process: a voice is a tone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { flipped } from '../../../../tests/fakes/flipped-bytes'
import { high, inARow, low, silence, tinyModel, writeTiny } from '../../../../tests/fakes/tiny-onnx-models'
import type { SpeakerIdentity } from '../organs'
import { createSherpaSpeakerIdentity, type SherpaSpeakerIdentityOptions } from './speaker-identity-sherpa'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'speaker-identity-'))
  writeTiny('speaker', folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function withIdentity(
  { before = null, ...options }: Partial<SherpaSpeakerIdentityOptions> & { before?: readonly Float32Array[] | null },
  test: (identity: SpeakerIdentity, saved: () => readonly Float32Array[] | null) => Promise<void>,
): Promise<void> {
  let kept = before
  const identity = createSherpaSpeakerIdentity({
    installed: { model: tinyModel('speaker'), folder },
    workerFile: join(root, 'dist/sherpa-worker.mjs'),
    clock: fakeClock(),
    load: async () => kept,
    save: async (embeddings) => {
      kept = embeddings
    },
    ...options,
  })
  await test(identity, () => kept)
  await identity.close()
}

describe('speaker identity', () => {
  it('tells the owner from a guest once it has learned the owner', () =>
    withIdentity({}, async (identity, saved) => {
      expect(identity.health()).toMatchObject({ state: 'off', remedy: 'Record it on the Ears page.' })
      expect(await identity.whose(low(2))).toBeNull()
      await identity.learnOwner(low(4))
      expect(identity.health()).toEqual({ state: 'ok', detail: 'Tiny speaker' })
      expect(await identity.whose(low(2))).toBe('owner')
      expect(await identity.whose(high(2))).toBe('guest')
      expect(saved()).toHaveLength(1)
    }))

  it('remembers what was kept, and leans on all recordings', async () => {
    let first: readonly Float32Array[] | null = null
    await withIdentity({}, async (identity, saved) => {
      await identity.learnOwner(low(4))
      first = saved()
    })
    await withIdentity({ before: first }, async (identity, saved) => {
      expect(await identity.whose(low(2))).toBe('owner')
      expect(await identity.whose(high(2))).toBe('guest')
      await identity.learnOwner(high(4))
      expect(saved()).toHaveLength(2)
      expect(await identity.whose(high(2))).toBe('owner')
    })
  })

  it('forgets at once what is wiped', async () => {
    let kept: readonly Float32Array[] | null = [new Float32Array(8).fill(1)]
    await withIdentity({ load: async () => kept }, async (identity) => {
      expect(await identity.whose(low(2))).not.toBeNull()
      kept = null
      expect(await identity.whose(low(2))).toBeNull()
      expect(identity.health().state).toBe('off')
    })
  })

  it('says nothing of less than a second of speech, however long the silence around it', () =>
    withIdentity({}, async (identity) => {
      await identity.learnOwner(low(4))
      expect(await identity.whose(low(0.9))).toBeNull()
      expect(await identity.whose(inARow(silence(2), low(0.9), silence(2)))).toBeNull()
      expect(await identity.whose(inARow(silence(1), low(1.1)))).toBe('owner')
      expect(await identity.whose(new Float32Array())).toBeNull()
    }))

  it('does not learn from less than three seconds of speech', () =>
    withIdentity({}, async (identity, saved) => {
      await expect(identity.learnOwner(inARow(low(2.9), silence(3)))).rejects.toMatchObject({ code: 'voice-too-short' })
      expect(saved()).toBeNull()
    }))

  it('keeps the newest eight recordings, and those of this model only', async () => {
    const old = Array.from({ length: 9 }, () => new Float32Array(8).fill(0.3))
    await withIdentity({ before: [new Float32Array(192), ...old] }, async (identity, saved) => {
      await identity.learnOwner(low(3))
      expect(saved()?.map(({ length }) => length)).toEqual(Array(8).fill(8))
    })
    await withIdentity({ before: [new Float32Array(192)] }, async (identity) => {
      expect(await identity.whose(low(2))).toBeNull()
    })
  })

  it('without a model is off, knows nobody and cannot learn', () =>
    withIdentity({ installed: null }, async (identity) => {
      expect(identity.health()).toMatchObject({ state: 'off', remedy: 'Fetch one on the Ears page.' })
      expect(await identity.whose(low(2))).toBeNull()
      await expect(identity.learnOwner(low(4))).rejects.toMatchObject({ code: 'speaker-model-missing' })
    }))

  it('loads up to the missing file and names it', () =>
    withIdentity({ installed: { model: tinyModel('speaker'), folder: join(folder, 'nothing') } }, async (identity) => {
      await expect(identity.learnOwner(low(4))).rejects.toMatchObject({
        message: 'model.onnx of Tiny speaker is missing. Fetch the model again on the Ears page.',
      })
      expect(identity.health()).toMatchObject({ state: 'trouble', detail: 'model.onnx of Tiny speaker is missing.' })
    }))

  it('lives when its model is damaged inside, and says so', async () => {
    const damaged = writeTiny('speaker', join(folder, 'damaged'))
    const file = join(damaged.folder, 'model.onnx')
    writeFileSync(file, flipped(readFileSync(file)))
    await withIdentity({ installed: damaged }, async (identity) => {
      await expect(identity.learnOwner(low(4))).rejects.toMatchObject({ code: 'model-file-damaged' })
      expect(identity.health()).toMatchObject({ state: 'trouble', detail: expect.stringMatching(/its files are damaged\.$/) })
    })
  })

  it('says so when what was learned cannot be read, and is well again when it has been learned anew', () =>
    withIdentity({ load: () => Promise.reject(new Error('disk')) }, async (identity) => {
      expect(await identity.whose(low(2))).toBeNull()
      expect(identity.health()).toMatchObject({ state: 'trouble', detail: 'Your learned voice cannot be read.' })
      await identity.learnOwner(low(4))
      expect(identity.health().state).toBe('ok')
    }))
})
