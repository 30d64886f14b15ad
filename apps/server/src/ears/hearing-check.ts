// The test recording, step by step. In: some seconds of sound and what was heard in them. Out: for each step of the chain whether it is fine, with a figure and what to do.

import { encodeWav } from '@psiona/psi'
import { type HearingStep, type HearingTest, MIC_RATE, type PartHealth, Problem, twoHalves } from '@psiona/shared'
import type { HeardSound } from './hear-sound'
import { dbfsOf, powerOf } from './mic-level'

/** Speech this loud leaves the recogniser enough, and the loudest syllable room. */
const QUIETEST_SPEECH_DB = -42
const LOUDEST_SPEECH_DB = -10
/** Speech should stand out of the room by at least this much. */
const LEAST_OVER_ROOM_DB = 12
const CLIPPED = 0.999
/** More than a few clipped samples in a second are heard as scratching. */
const CLIPPED_SHARE = 0.0005

export interface HearingCheck {
  readonly sound: Float32Array
  readonly heard: HeardSound
  readonly device: string
  readonly recogniser: Pick<PartHealth, 'state' | 'detail' | 'remedy'>
}

const figure = (db: number) => `${Math.round(db)} dB`
const inSpeech = (heard: HeardSound, at: number) => heard.speech.some(({ start, end }) => at >= start && at < end)

/** Power of the 20 ms pieces inside and outside speech. */
function loudness(sound: Float32Array, heard: HeardSound) {
  const piece = MIC_RATE / 50
  const inside: number[] = []
  const outside: number[] = []
  for (let at = 0; at + piece <= sound.length; at += piece)
    (inSpeech(heard, (at + piece / 2) / MIC_RATE) ? inside : outside).push(powerOf(sound.subarray(at, at + piece)))
  const mean = (powers: number[]) => (powers.length === 0 ? null : dbfsOf(powers.reduce((a, b) => a + b, 0) / powers.length))
  return { speechDb: mean(inside), roomDb: mean(outside) }
}

function levelStep(sound: Float32Array, speechDb: number | null): HearingStep {
  const clipped = sound.filter((sample) => Math.abs(sample) >= CLIPPED).length / Math.max(1, sound.length)
  const step = 'level'
  if (speechDb === null)
    return { step, state: 'off', detail: 'Nobody spoke, so there is no level.', figure: figure(dbfsOf(powerOf(sound))) }
  if (clipped > CLIPPED_SHARE || speechDb > LOUDEST_SPEECH_DB)
    return {
      step,
      state: 'trouble',
      detail: 'You are too loud, it scratches.',
      remedy: 'Turn the gain of the microphone down, or move back a hand.',
      figure: figure(speechDb),
    }
  if (speechDb < QUIETEST_SPEECH_DB)
    return {
      step,
      state: 'trouble',
      detail: 'You are very quiet.',
      remedy: 'Turn the gain of the microphone up, come closer, or switch automatic gain on.',
      figure: figure(speechDb),
    }
  return { step, state: 'ok', detail: 'Level is good', figure: figure(speechDb) }
}

function roomStep(speechDb: number | null, roomDb: number | null): HearingStep {
  const step = 'room'
  if (roomDb === null) return { step, state: 'off', detail: 'You spoke all the time, so the room could not be heard.' }
  if (speechDb !== null && speechDb - roomDb < LEAST_OVER_ROOM_DB)
    return {
      step,
      state: 'trouble',
      detail: 'The room is nearly as loud as you.',
      remedy: 'Switch noise suppression on, come closer to the microphone, or turn down what plays.',
      figure: figure(roomDb),
    }
  return { step, state: 'ok', detail: 'The room is quiet enough', figure: figure(roomDb) }
}

function voiceStep(sound: Float32Array, heard: HeardSound): HearingStep {
  const step = 'voice'
  if (heard.speech.length > 0) {
    const seconds = heard.speech.reduce((sum, { start, end }) => sum + end - start, 0)
    return { step, state: 'ok', detail: 'She noticed that you spoke', figure: `${seconds.toFixed(1)} s` }
  }
  const silent = powerOf(sound) === 0
  return {
    step,
    state: 'trouble',
    detail: silent ? 'The microphone sends nothing but silence.' : 'She noticed no voice.',
    remedy: silent
      ? 'Choose another microphone, or unmute it on the device.'
      : 'Say a sentence while the ring runs; if you did, come closer to the microphone.',
  }
}

function recogniserStep({ heard, recogniser }: HearingCheck): HearingStep {
  const step = 'recogniser'
  const { trouble } = heard
  if (trouble instanceof Problem) {
    return { step, state: 'trouble', ...twoHalves(trouble.message, 'Try again.') }
  }
  if (trouble !== null)
    return { step, state: 'trouble', detail: 'The recogniser failed.', remedy: 'Look into the log and try again.' }
  if (recogniser.state !== 'ok') return { step, ...recogniser }
  if (heard.speech.length === 0) return { step, state: 'off', detail: 'Nothing was said, so nothing was recognised.' }
  if (heard.text === '')
    return {
      step,
      state: 'trouble',
      detail: 'She understood no word.',
      remedy: 'Check the language, or choose another recogniser.',
    }
  const took = heard.recogniserMs === null ? {} : { figure: `${Math.round(heard.recogniserMs)} ms` }
  return { step, state: 'ok', detail: `She heard “${heard.text}”`, ...took }
}

export function checkHearing(check: HearingCheck): HearingTest {
  const { sound, heard, device } = check
  const { speechDb, roomDb } = loudness(sound, heard)
  return {
    seconds: sound.length / MIC_RATE,
    speech: heard.speech.map(({ start, end }) => ({ start, end })),
    text: heard.text,
    steps: [
      { step: 'device', state: 'ok', detail: device },
      voiceStep(sound, heard),
      levelStep(sound, speechDb),
      roomStep(speechDb, roomDb),
      recogniserStep(check),
    ],
    wav: Buffer.from(encodeWav(sound, MIC_RATE)).toString('base64'),
  }
}
