// Which voice stands behind which setting: real adapters over real models, servers, threads and a real disk.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav, VOICES } from '@psiona/psi'
import { defaultSettings, Problem, type Settings, type VoiceChoice } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../../tests/checkout'
import { fakeClock } from '../../../tests/fakes/clock'
import { describedWith, speechServer } from '../../../tests/fakes/speech-server'
import { tinyVoice, writeTinyVoice } from '../../../tests/fakes/tiny-voices'
import { LONG, SHORT, say, soundOf } from '../../../tests/suites/tts-suite'
import { readConfig } from './config'
import { type Speech, speechOf } from './speech-assembly'
import type { InstalledModel } from './store/model-files'
import { wipeTraces } from './store/traces'

const [dials] = Object.values(VOICES)
if (!dials) throw new Error('there is no voice')
const sherpa: VoiceChoice = { kind: 'sherpa', model: 'tiny-kokoro', speaker: 0, speed: 1 }

describe('voices by choice', { timeout: 40_000 }, () => {
  let dataDir: string
  let settings: Settings
  let installed: string[]
  let speech: Speech
  const troubles: unknown[] = []
  const choose = (voice: VoiceChoice) => {
    settings = { ...settings, voice }
    speech.settle()
  }
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'speech-assembly-'))
    const modelsDir = join(dataDir, 'models')
    writeTinyVoice('kokoro', join(modelsDir, 'tiny-kokoro'))
    mkdirSync(join(dataDir, 'tmp/speech/left-behind'), { recursive: true })
    settings = defaultSettings()
    installed = ['tiny-kokoro']
    const entryOf = (id: string): InstalledModel => {
      if (id === 'recogniser') return { id, title: 'Ears', job: 'offline', engine: 'whisper', languages: ['en'], files: {} }
      if (id !== 'tiny-kokoro') throw new Problem('no-such-model', 'missing', 'There is no model of that name. Look again.')
      const { files, ...model } = tinyVoice('kokoro')
      const paths = Object.entries(files).map(([role, path]) => [role, join(modelsDir, id, path ?? '')])
      return { ...model, files: Object.fromEntries(paths), speakers: [{ number: 1, name: 'High' }] }
    }
    speech = speechOf({
      config: { ...readConfig({ PSIONA_DATA: dataDir }), modelsDir },
      clock: fakeClock(),
      settings: { current: () => settings },
      models: {
        installed: () => installed.map(entryOf),
        entryOf,
        folderOf: (id) => join(modelsDir, id),
      },
      voice: () => ({ dials, lexicon: {} }),
      onTrouble: (cause) => troubles.push(cause),
      workerFile: (name) => join(root, `dist/${name}.mjs`),
    })
  })
  afterEach(async () => {
    await speech.close()
    rmSync(dataDir, { recursive: true })
    expect(troubles).toEqual([])
  })

  it('are none while she has her own', () => {
    expect(speech.chosen()).toBe(null)
    expect(speech.health()).toBe(null)
    expect(existsSync(join(dataDir, 'tmp/speech'))).toBe(false)
  })

  it('stay the same while they are chosen, and are closed when another is', async () => {
    choose(sherpa)
    const first = speech.chosen()
    expect(first?.name).toBe('Tiny kokoro')
    expect((await say(first!, SHORT)).length).toBeGreaterThan(0)
    expect(speech.chosen()).toBe(first)
    expect(speech.health()).toEqual({ part: 'voice', state: 'ok', detail: 'Tiny kokoro' })
    expect(speech.byChoice(sherpa)).toBe(first)
    choose({ ...sherpa, speaker: 1 })
    expect(speech.chosen()).not.toBe(first)
    expect(await say(first!, SHORT)).toEqual([])
    const pieces = speech.chosen()!.synthesise({ text: LONG, language: 'en-US', emotion: {} }, new AbortController().signal)
    const whole = soundOf(await say(speech.byChoice({ ...sherpa, speaker: 1 }), LONG)).pcm.length
    let said = 0
    for await (const { pcm } of pieces) {
      said += pcm.length
      // In the middle of a line: it is said to its end.
      choose({ kind: 'psi' })
    }
    expect(said).toBe(whole)
    choose({ kind: 'psi' })
    expect(speech.chosen()).toBe(null)
  })

  it('are opened anew when their model comes', () => {
    installed = []
    choose(sherpa)
    const before = speech.chosen()
    installed = ['tiny-kokoro']
    expect(speech.chosen()).not.toBe(before)
  })

  it('that cannot be had say so in their health', async () => {
    for (const [model, sentence] of [
      ['nothing', /There is no model/],
      ['recogniser', /Ears does not speak\./],
    ] as const) {
      choose({ ...sherpa, model })
      expect(speech.health()).toMatchObject({ part: 'voice', state: 'trouble', remedy: expect.any(String) })
      await expect(say(speech.chosen()!, SHORT)).rejects.toThrow(sentence)
    }
  })

  it('can be compared: her own, a model and a server, beside the chosen one; the latest two are kept', async () => {
    const server = await speechServer()
    const openai: VoiceChoice = { kind: 'openai', baseUrl: server.baseUrl, model: 'm', voice: 'v', speed: 1 }
    const choices: VoiceChoice[] = [{ kind: 'psi' }, sherpa, openai]
    for (const choice of choices) soundOf(await say(speech.byChoice(choice), SHORT))
    const kept = speech.byChoice(openai)
    expect(speech.byChoice(sherpa)).toBe(speech.byChoice(sherpa))
    expect(speech.byChoice(openai)).toBe(kept)
    choose(openai)
    expect(speech.chosen()).toBe(kept)
    await speech.close()
    await expect(say(speech.byChoice(sherpa), SHORT)).rejects.toMatchObject({ code: 'closing' })
    await server.close()
  })

  it('[R100] imitate only what there is consent for, and wiping what tells voices apart leaves it', async () => {
    const description = describedWith('/v1/audio/speech', 'application/json', 'input', 'ref_audio')
    const server = await speechServer({ description })
    const choice: VoiceChoice = { kind: 'openai', baseUrl: server.baseUrl, model: 'm', voice: 'v', speed: 1, reference: 'ada' }
    choose(choice)
    await expect(say(speech.chosen()!, SHORT)).rejects.toMatchObject({ code: 'no-such-reference' })
    expect(speech.health()).toMatchObject({ state: 'trouble' })
    const wav = encodeWav(
      Float32Array.from({ length: 3 * 16_000 }, (_, i) => 0.3 * Math.sin(i / 9)),
      16_000,
    )
    const consent = { kind: 'mine', statement: 'This is my own voice, and she may imitate it.' } as const
    expect((await speech.references.add({ name: 'Ada', speaker: 'Ada', consent }, wav)).id).toBe('ada')
    expect((await say(speech.chosen()!, SHORT)).length).toBeGreaterThan(0)
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]?.fields.ref_audio).toContain(Buffer.from(wav).toString('base64'))
    expect(wipeTraces(dataDir, 'voices')).toBe(0)
    expect(speech.references.list()).toHaveLength(1)
    speech.references.remove('ada')
    await expect(say(speech.chosen()!, SHORT)).rejects.toMatchObject({ code: 'no-such-reference' })
    expect(server.asked).toHaveLength(1)
    await speech.close()
    await server.close()
  })

  it('are found with their speakers', async () => {
    writeFileSync(join(dataDir, 'unused'), '')
    const found = await speech.find()
    expect(found.slice(0, 2).map(({ title }) => title)).toEqual(['Her own voice', 'Tiny kokoro · High'])
  })
})
