// A Piper voice as its maker publishes it becomes one that sherpa reads. In: the model and the config beside it. Out: a copy of the model that
// says of itself what the config says, and its symbols. In the voice's process only, which loads no zod.
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PiperConfig {
  readonly sampleRate: number
  readonly speakers: number
  /** As espeak-ng names it. */
  readonly espeakVoice: string
  readonly language: string
  /** Symbols and their numbers. */
  readonly symbols: ReadonlyMap<string, number>
  readonly noiseScale: number
  readonly noiseScaleW: number
  readonly lengthScale: number
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : otherwise

/** Null when it is something else, or a voice that reads letters and not phonemes. */
export function piperConfig(file: string): PiperConfig | null {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // No JSON, or not all of it.
    return null
  }
  if (!isRecord(json) || !isRecord(json.audio) || !isRecord(json.phoneme_id_map) || !isRecord(json.espeak)) return null
  if (json.phoneme_type !== undefined && json.phoneme_type !== 'espeak') return null
  const symbols = new Map<string, number>()
  for (const [symbol, ids] of Object.entries(json.phoneme_id_map)) {
    const id: unknown = Array.isArray(ids) ? ids[0] : null
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 0) return null
    // sherpa looks symbols up letter by letter and ends at anything longer.
    if ([...symbol].length === 1) symbols.set(symbol, id)
  }
  const sampleRate = within(json.audio.sample_rate, 4000, 192_000, 0)
  const { voice } = json.espeak
  if (sampleRate === 0 || typeof voice !== 'string' || voice === '' || !['_', '^', '$'].every((mark) => symbols.has(mark)))
    return null
  const scales = isRecord(json.inference) ? json.inference : {}
  const language = isRecord(json.language) ? json.language.name_english : null
  return {
    sampleRate,
    speakers: within(json.num_speakers, 1, 10_000, 1),
    espeakVoice: voice,
    language: typeof language === 'string' && language !== '' ? language : voice,
    symbols,
    noiseScale: within(scales.noise_scale, 0, 2, 0.667),
    noiseScaleW: within(scales.noise_w, 0, 2, 0.8),
    lengthScale: within(scales.length_scale, 0.2, 5, 1),
  }
}

/** Written into `folder`, which is made. @throws the file system's error */
export function preparePiper(modelFile: string, config: PiperConfig, folder: string): { model: string; tokens: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const model = join(folder, 'model.onnx')
  const tokens = join(folder, 'tokens.txt')
  copyFileSync(modelFile, model)
  // A later part of a protobuf message adds to what stands before it.
  appendFileSync(
    model,
    Buffer.concat(
      Object.entries({
        model_type: 'vits',
        comment: 'piper',
        language: config.language,
        voice: config.espeakVoice,
        has_espeak: '1',
        n_speakers: String(config.speakers),
        sample_rate: String(config.sampleRate),
      }).map(([key, value]) => field(METADATA, field(1, Buffer.from(key)), field(2, Buffer.from(value)))),
    ),
  )
  writeFileSync(tokens, [...config.symbols].map(([symbol, id]) => `${symbol} ${id}\n`).join(''))
  return { model, tokens }
}

/** Field of protobuf's ModelProto: a key and its value. */
const METADATA = 14

function field(number: number, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content)
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Buffer.from([...bytes, rest])
}
