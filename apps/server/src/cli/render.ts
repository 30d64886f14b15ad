// psiona render: text flows in, a wav file, face frames, subtitles, visemes and times flow out. No server needed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  encodeWav,
  english,
  openDictionary,
  openLetterToSound,
  sourceTypeAddress,
  subRip,
  VISEME_SETS,
  type VisemeSet,
  visemeStream,
  webVtt,
} from '@psiona/psi'
import { EMOTIONS, Emotion, FACE_CHANNELS, FACE_RATE, Problem, SAMPLE_RATE, sanitise } from '@psiona/shared'
import { systemClock } from '../clock'
import { phonemisersOf } from '../language-assembly'
import { psiDataFiles } from '../psi-data'
import { loadCharacter } from '../store/character-files'
import { markOf } from '../voice/recording-mark'
import { makeRendition } from '../voice/rendition'
import { voiceNamed } from '../voice/voice-named'
import { type Command, numeric, required } from './command'

/** "joy=0.8,calm=0.2" → { joy: 0.8, calm: 0.2 } */
function emotionFrom(flag: unknown): Emotion {
  if (typeof flag !== 'string') return {}
  const entries = flag.split(',').map((part) => {
    const [name, strength = '1'] = part.split('=')
    return [name?.trim(), Number(strength)]
  })
  const parsed = Emotion.safeParse(Object.fromEntries(entries))
  if (!parsed.success)
    throw new Problem('bad-emotion', 'input', `--emotion takes name=0..1 with commas between; names: ${EMOTIONS.join(', ')}.`)
  return parsed.data
}

export const render: Command = {
  name: 'render',
  usage:
    'render --text T --wav F [--frames F.json] [--vtt F] [--srt F] [--visemes F.json] [--viseme-set oculus|arkit|aiueo] ' +
    '[--character C] [--voice V] [--emotion joy=0.8] [--language de] [--rate R] [--seed N]',
  summary: 'speak a text into a wav file',
  flags: {
    text: { type: 'string' },
    wav: { type: 'string' },
    frames: { type: 'string' },
    character: { type: 'string' },
    voice: { type: 'string' },
    emotion: { type: 'string' },
    language: { type: 'string' },
    vtt: { type: 'string' },
    srt: { type: 'string' },
    visemes: { type: 'string' },
    'viseme-set': { type: 'string' },
    rate: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(flags, config) {
    const text = sanitise(required(flags, 'text'))
    if (!text) throw new Problem('nothing-to-say', 'input', '--text holds nothing that can be said.')
    const wav = required(flags, 'wav')
    const character = loadCharacter({
      shippedDir: join(config.rootDir, 'characters'),
      userDir: join(config.dataDir, 'characters'),
      id: typeof flags.character === 'string' ? flags.character : 'tori',
    })
    const dials = typeof flags.voice === 'string' ? voiceNamed(flags.voice) : character.voice.dials
    const files = psiDataFiles(config.rootDir)
    const pronouncer = english({
      dictionary: openDictionary(readFileSync(files.dictionaryFile)),
      letterToSound: openLetterToSound(readFileSync(files.letterToSoundFile)),
      lexicon: character.voice.lexicon,
    })
    const language = typeof flags.language === 'string' ? flags.language : character.voice.language
    const phonemisers = phonemisersOf(config, systemClock)
    const { phrases, note } = await phonemisers.speakable(text, language).finally(phonemisers.close)
    const emotion = emotionFrom(flags.emotion)
    const rate = numeric(flags, 'rate', 0.5, 2)
    const seed = numeric(flags, 'seed', 0, 2 ** 31) ?? config.seed
    const startedMs = systemClock.monotonicMs()
    const made = makeRendition({ text, dials, emotion, seed, rate, phrases: phrases ?? undefined }, pronouncer)
    const renderSeconds = (systemClock.monotonicMs() - startedMs) / 1000
    const mark = markOf({ kind: 'psi' })
    write(wav, encodeWav(made.pcm, SAMPLE_RATE, mark))
    const ai = { generated: true, software: mark.software, digitalSourceType: sourceTypeAddress(mark) }
    if (typeof flags.frames === 'string') {
      const frames = made.frames.map((frame) => Array.from(frame, (value) => Math.round(value * 1e5) / 1e5))
      write(flags.frames, JSON.stringify({ fps: FACE_RATE, channels: FACE_CHANNELS.map(({ name }) => name), frames, ai }))
    }
    if (typeof flags.vtt === 'string') write(flags.vtt, webVtt(made.words, mark))
    if (typeof flags.srt === 'string') write(flags.srt, subRip(made.words))
    if (typeof flags.visemes === 'string')
      write(flags.visemes, JSON.stringify({ ...visemeStream(visemeSetFrom(flags['viseme-set']), made.frames, made.visemes), ai }))
    const audioSeconds = Math.round((made.pcm.length / SAMPLE_RATE) * 1e4) / 1e4
    const result = {
      audioSeconds,
      renderSeconds,
      sampleRate: SAMPLE_RATE,
      visemes: made.visemes,
      words: made.words,
      loudnessLufs: made.loudness.lufs,
      truePeakDbtp: made.loudness.truePeakDbtp,
      ...(note ? { note } : {}),
    }
    const words = `${wav}: ${audioSeconds} s of speech, rendered in ${renderSeconds.toFixed(3)} s`
    return { result, words: note ? `${words}\n${note}` : words }
  },
}

function visemeSetFrom(flag: unknown): VisemeSet {
  if (flag === undefined) return 'oculus'
  const set = VISEME_SETS.find((known) => known === flag)
  if (!set) throw new Problem('unknown-viseme-set', 'input', `--viseme-set takes one of: ${VISEME_SETS.join(', ')}.`)
  return set
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (cause) {
    throw new Problem('cannot-write', 'broken', 'The file could not be written. Check the folder and the free space.', { cause })
  }
}
