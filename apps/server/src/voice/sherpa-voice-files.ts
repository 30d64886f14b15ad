// Looks at a voice's files before sherpa does: a bad file makes it end the whole process. In: the model, its folder. Out: what its main file
// says of itself, or an error that names the file. Blocks; for the voice's process.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Metadata, onnxMetadata } from '../onnx-metadata'
import { UnusableModel } from '../unusable-model'
import type { SherpaVoiceModel } from './sherpa-voice-models'

const REMEDY = 'Fetch the voice again on the Voice page.'

const STYLES = ['sample_rate', 'n_speakers', 'has_espeak', 'style_dim']
/** What sherpa looks up in the file that plays 'model'; where one is missing it ends the process. */
const NEEDED: Readonly<Record<SherpaVoiceModel['engine'], readonly string[]>> = {
  piper: [],
  vits: ['sample_rate', 'n_speakers', 'language', 'comment'],
  kokoro: STYLES,
  kitten: ['model_type', ...STYLES],
  matcha: ['sample_rate', 'n_speakers', 'has_espeak', 'use_eos_bos', 'pad_id'],
}
/** Symbols without which sherpa ends at the first line. */
const MARKS: Readonly<Record<SherpaVoiceModel['engine'], readonly string[]>> = {
  piper: [],
  vits: ['_', '^', '$'],
  kokoro: [' '],
  kitten: [' '],
  matcha: ['^', '$'],
}
const VOCODERS: readonly string[] = ['hifigan', 'vocos', 'matcha-tts vocos']
/** espeak-ng's own mark of the data it reads, in the first bytes of phondata. */
const ESPEAK_DATA = Buffer.from([0x01, 0x48, 0x01, 0x00])
/** One symbol and its number, or the number alone for the space. White space is ASCII's: other kinds are symbols. */
const TOKEN = /^[ \t]*(?:(<BLNK>|[^ \t\r\f\v])[ \t]+)?(\d+)[ \t\r]*$/u

/** @throws UnusableModel */
export function checkVoiceFiles(model: SherpaVoiceModel, folder: string): Metadata {
  let described: Metadata = new Map()
  const damaged = (name: string, what: string) =>
    new UnusableModel('model-file-damaged', `${name} of ${model.title} ${what}. ${REMEDY}`)
  const bytesOf = (name: string): number => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    if (!stat?.isFile()) throw new UnusableModel('model-file-missing', `${name} of ${model.title} is missing. ${REMEDY}`)
    if (stat.size === 0) throw damaged(name, 'is empty')
    return stat.size
  }
  const onnx = (name: string): Metadata => {
    const metadata = onnxMetadata(join(folder, name))
    if (!metadata) throw damaged(name, 'is no ONNX model, or was cut short')
    return metadata
  }
  const names = Object.entries(model.files).flatMap(([role, name]) => (name === undefined ? [] : [[role, name] as const]))
  for (const [, name] of names) bytesOf(name)
  for (const [role, name] of names)
    switch (role) {
      case 'model': {
        described = onnx(name)
        const missing = NEEDED[model.engine].find((key) => (described.get(key) ?? '') === '')
        if (missing) throw damaged(name, `does not fit: it does not give ${missing}`)
        break
      }
      case 'vocoder':
        if (!VOCODERS.includes(onnx(name).get('model_type') ?? '')) throw damaged(name, 'is no vocoder that sherpa knows')
        break
      case 'tokens': {
        const symbols = symbolsOf(readFileSync(join(folder, name), 'utf8'))
        if (!symbols) throw damaged(name, 'is no list of symbols and numbers')
        if (!MARKS[model.engine].every((mark) => symbols.has(mark))) throw damaged(name, 'has too few symbols for the model')
        break
      }
      case 'phondata':
        if (!readFileSync(join(folder, name)).subarray(0, 4).equals(ESPEAK_DATA)) throw damaged(name, 'is not what sherpa reads')
        break
      default:
    }
  if (model.engine === 'kokoro' || model.engine === 'kitten') {
    const floats = [...(described.get('style_dim') ?? '').split(','), described.get('n_speakers')].map(Number)
    if (bytesOf(model.files.voices) !== 4 * floats.reduce((product, size) => product * size, 1))
      throw damaged(model.files.voices, 'does not fit the model')
  }
  if (model.engine === 'vits' && !/piper|coqui|icefall/.test(described.get('comment') ?? ''))
    throw damaged(model.files.model, 'is another kind of voice')
  return described
}

/** Null when a line is something else, or a symbol stands there twice. */
function symbolsOf(text: string): Set<string> | null {
  const symbols = new Set<string>()
  for (const line of text.split('\n').filter((some) => some !== '')) {
    const found = TOKEN.exec(line)
    const symbol = found?.[1] ?? ' '
    if (!found || symbols.has(symbol)) return null
    symbols.add(symbol)
  }
  return symbols
}
