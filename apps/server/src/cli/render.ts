// psiona render: text flows in, a wav file, face frames and times flow out. No server needed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeWav, english, openDictionary, openLetterToSound, phonemise, renderOffline, VOICES } from '@psiona/psi'
import { EMOTIONS, Emotion, FACE_CHANNELS, FACE_RATE, Problem, SAMPLE_RATE, sanitise } from '@psiona/shared'
import { systemClock } from '../clock'
import { psiDataFiles } from '../psi-data'
import { loadCharacter } from '../store/character-files'
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
  usage: 'render --text T --wav F [--frames F.json] [--character C] [--voice V] [--emotion joy=0.8] [--rate R] [--seed N]',
  summary: 'speak a text into a wav file',
  flags: {
    text: { type: 'string' },
    wav: { type: 'string' },
    frames: { type: 'string' },
    character: { type: 'string' },
    voice: { type: 'string' },
    emotion: { type: 'string' },
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
    const named = typeof flags.voice === 'string' && Object.hasOwn(VOICES, flags.voice) ? VOICES[flags.voice] : undefined
    if (flags.voice !== undefined && !named)
      throw new Problem('unknown-voice', 'missing', `There is no such voice; there are: ${Object.keys(VOICES).join(', ')}.`)
    const files = psiDataFiles(config.rootDir)
    const pronouncer = english({
      dictionary: openDictionary(readFileSync(files.dictionaryFile)),
      letterToSound: openLetterToSound(readFileSync(files.letterToSoundFile)),
      lexicon: character.voice.lexicon,
    })
    const startedMs = systemClock.monotonicMs()
    const phrases = phonemise(text, pronouncer)
    const rate = numeric(flags, 'rate', 0.5, 2)
    const rendered = renderOffline({
      phrases,
      dials: named ?? character.voice.dials,
      emotion: emotionFrom(flags.emotion),
      seed: numeric(flags, 'seed', 0, 2 ** 31) ?? config.seed,
      ...(rate === undefined ? {} : { rate }),
    })
    const renderSeconds = (systemClock.monotonicMs() - startedMs) / 1000
    write(wav, encodeWav(rendered.pcm, SAMPLE_RATE))
    if (typeof flags.frames === 'string') {
      const frames = rendered.frames.map((frame) => Array.from(frame, (value) => Math.round(value * 1e5) / 1e5))
      write(flags.frames, JSON.stringify({ fps: FACE_RATE, channels: FACE_CHANNELS.map(({ name }) => name), frames }))
    }
    const seconds = (samples: number) => Math.round((samples / SAMPLE_RATE) * 1e4) / 1e4
    const result = {
      audioSeconds: seconds(rendered.pcm.length),
      renderSeconds,
      sampleRate: SAMPLE_RATE,
      visemes: rendered.visemes.map(({ phoneme, viseme, startSample, endSample }) => ({
        phoneme,
        viseme,
        start: seconds(startSample),
        end: seconds(endSample),
      })),
      words: rendered.words.map((word) => ({ text: word.text, start: seconds(word.startSample), end: seconds(word.endSample) })),
    }
    return { result, words: `${wav}: ${result.audioSeconds} s of speech, rendered in ${renderSeconds.toFixed(3)} s` }
  },
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (cause) {
    throw new Problem('cannot-write', 'broken', 'The file could not be written. Check the folder and the free space.', { cause })
  }
}
