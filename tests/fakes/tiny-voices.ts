// The tiny voices as the catalogue would name them. In: a folder. Out: the entry, with its files written there; the phonemes come from the
// espeak-ng that is installed.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SherpaVoiceModel } from '../../apps/server/src/voice/sherpa-voice-models'
import { onnxFile } from './tiny-onnx'
import { type TinyVoice, tinyKitten, tinyKokoro, tinyMatcha, tinyPiper, tinyVits } from './tiny-onnx-tts'

type Engine = SherpaVoiceModel['engine']
export const TINY_ENGINES = ['piper', 'vits', 'kokoro', 'kitten', 'matcha'] as const satisfies readonly Engine[]

const model = 'model.onnx'
const tokens = 'tokens.txt'
const voices = 'voices.bin'
const TINY: Readonly<Record<Engine, { files: Readonly<Record<string, string>>; content: () => TinyVoice }>> = {
  piper: { files: { model: 'voice.onnx', config: 'voice.onnx.json' }, content: tinyPiper },
  vits: { files: { model, tokens }, content: tinyVits },
  kokoro: { files: { model, voices, tokens }, content: () => tinyKokoro() },
  kitten: { files: { model, voices, tokens }, content: tinyKitten },
  matcha: { files: { model, vocoder: 'vocoder.onnx', tokens }, content: tinyMatcha },
}
/** What English needs of espeak-ng's data, by role. */
export const PHONEMES: Readonly<Record<string, string>> = {
  phontab: 'phontab',
  phonindex: 'phonindex',
  phondata: 'phondata',
  intonations: 'intonations',
  dictionary: 'en_dict',
  language: 'lang/gmw/en-US',
}
const DATA = 'espeak-ng-data'

/** Where the installed one keeps its data: 'eSpeak NG text-to-speech: 1.51  Data at: /usr/lib/…/espeak-ng-data'. */
const installedData = (): string =>
  /Data at: (.+)$/m.exec(execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' }))?.[1]?.trim() ?? ''

/** The entry alone. */
export const tinyVoice = (engine: Engine): SherpaVoiceModel =>
  SherpaVoiceModel.parse({
    id: `tiny-${engine}`,
    title: `Tiny ${engine}`,
    job: 'speech',
    engine,
    languages: ['en'],
    files: {
      ...TINY[engine].files,
      ...Object.fromEntries(Object.entries(PHONEMES).map(([role, path]) => [role, `${DATA}/${path}`])),
    },
  })

export function writeTinyVoice(
  engine: Engine,
  folder: string,
  files: TinyVoice = TINY[engine].content(),
): { model: SherpaVoiceModel; folder: string } {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' || Buffer.isBuffer(content) ? content : onnxFile(content))
  const from = installedData()
  for (const path of Object.values(PHONEMES)) {
    const to = join(folder, DATA, path)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(from, path), to)
  }
  return { model: tinyVoice(engine), folder }
}
