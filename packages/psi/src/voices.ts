// Voices by name, for whoever asks without a character at hand: a name flows in, dials flow out. Dials alone make them.
import { type NamedVoice, VoiceDials } from '@psiona/shared'

const voice = (id: string, title: string, detail: string, dials: Partial<VoiceDials>): NamedVoice => ({
  id,
  title,
  detail,
  dials: VoiceDials.parse(dials),
})

export const NAMED_VOICES: readonly NamedVoice[] = [
  voice('feminine', 'Feminine', 'A young woman, clear and even. Where every dial stands by default.', {}),
  voice('masculine', 'Masculine', 'A man of middle height and middle pitch.', {
    pitchHz: 112,
    tract: 1,
    openQuotient: 0.6,
    brightnessHz: 1100,
  }),
  voice('childlike', 'Childlike', 'High, small and light.', { pitchHz: 275, tract: 1.19, brightnessHz: 1700, breath: 0.2 }),
  voice('androgynous', 'Androgynous', 'Between a woman and a man in pitch and in size.', {
    pitchHz: 152,
    tract: 1.08,
    brightnessHz: 1300,
    openQuotient: 0.58,
    breath: 0.08,
  }),
  voice('bright', 'Bright', 'High, ringing and eager.', { pitchHz: 235, tract: 1.18, brightnessHz: 1900, range: 1.25 }),
  voice('dark', 'Dark', 'A low woman’s voice with a velvet top.', {
    pitchHz: 168,
    tract: 1.1,
    brightnessHz: 450,
    openQuotient: 0.72,
    range: 0.9,
    rate: 0.97,
    equaliser: [
      { hz: 1200, db: 0 },
      { hz: 4000, db: -5 },
    ],
  }),
  voice('soft', 'Soft', 'Close by, with air in it and little edge.', {
    pitchHz: 190,
    brightnessHz: 900,
    openQuotient: 0.7,
    breath: 0.4,
    range: 0.85,
    rate: 0.94,
  }),
  voice('husky', 'Husky', 'Rough and airy, as after a long night of talking.', {
    pitchHz: 172,
    tract: 1.12,
    brightnessHz: 1000,
    breath: 0.6,
    jitter: 0.016,
    shimmer: 0.09,
    roughness: 0.3,
  }),
  voice('deep', 'Deep', 'A large man who is in no hurry.', { pitchHz: 92, tract: 0.95, openQuotient: 0.56, brightnessHz: 950 }),
]

export const VOICES: Readonly<Record<string, VoiceDials>> = Object.fromEntries(NAMED_VOICES.map(({ id, dials }) => [id, dials]))
