// The voices by name: each with its words, one loudness for all, none too loud however it feels, and each unlike the others.
import { NamedVoice } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { measureLoudness } from './loudness-meter'
import { phonemise } from './phonemise'
import { renderOffline } from './render-offline'
import { NAMED_VOICES, VOICES } from './voices'

const TEXT =
  'The birch canoe slid on the smooth planks. Glue the sheet to the dark blue background. It is easy to tell the depth of a well. ' +
  'These days a chicken leg is a rare dish. Rice is often served in round bowls. The juice of lemons makes fine punch.'
const phrases = phonemise(TEXT, openEnglish())
const say = (dials: NamedVoice['dials'], emotion = {}) => renderOffline({ phrases, dials, emotion, seed: 1 }).pcm

describe('named voices', () => {
  it('are nine or more, in the order they are shown', () => {
    expect(NAMED_VOICES.map(({ id }) => id)).toEqual(Object.keys(VOICES))
    expect(NAMED_VOICES.length).toBeGreaterThanOrEqual(9)
    for (const voice of NAMED_VOICES) {
      expect(NamedVoice.parse(voice)).toEqual(voice)
      expect(VOICES[voice.id]).toBe(voice.dials)
    }
  })

  it.each(NAMED_VOICES)('$id: neutral speech is −18 LUFS within 1', ({ dials }) => {
    const { lufs, truePeakDbtp } = measureLoudness(say(dials), 24_000)
    expect(Math.abs(lufs! + 18)).toBeLessThan(1)
    expect(truePeakDbtp).toBeLessThanOrEqual(-1)
  })

  it.each(NAMED_VOICES)('$id: however it feels, no true peak is above −1 dBTP', ({ dials }) => {
    expect(measureLoudness(say({ ...dials, range: 3, jitter: 0.05 }, { anger: 1 }), 24_000).truePeakDbtp).toBeLessThanOrEqual(-1)
  })

  it('differ in pitch by two semitones or in two other ways', () => {
    const ways = [
      ({ pitchHz }: NamedVoice['dials']) => 6 * Math.log2(pitchHz),
      ({ tract }: NamedVoice['dials']) => tract / 0.05,
      ({ brightnessHz }: NamedVoice['dials']) => Math.log(brightnessHz) / 0.3,
      ({ breath }: NamedVoice['dials']) => breath / 0.2,
      ({ roughness }: NamedVoice['dials']) => roughness / 0.2,
      ({ openQuotient }: NamedVoice['dials']) => openQuotient / 0.06,
    ]
    for (const one of NAMED_VOICES)
      for (const other of NAMED_VOICES)
        if (one !== other) {
          const [pitch, ...rest] = ways.map((way) => Math.abs(way(one.dials) - way(other.dials)))
          expect(pitch! >= 1 || rest.filter((apart) => apart >= 1).length >= 2).toBe(true)
        }
  })
})
