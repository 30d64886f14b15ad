// Voices by name, for whoever asks without a character at hand: a name flows in, dials flow out.
import { VoiceDials } from '@psiona/shared'

export const VOICES: Readonly<Record<string, VoiceDials>> = {
  feminine: VoiceDials.parse({}),
  masculine: VoiceDials.parse({ pitchHz: 112, tract: 1, openQuotient: 0.6, brightnessHz: 1100 }),
  bright: VoiceDials.parse({ pitchHz: 235, tract: 1.18, brightnessHz: 1900, range: 1.25 }),
  deep: VoiceDials.parse({ pitchHz: 92, tract: 0.95, openQuotient: 0.56, brightnessHz: 950 }),
  soft: VoiceDials.parse({ pitchHz: 190, brightnessHz: 900, openQuotient: 0.7, breath: 0.4, range: 0.85, rate: 0.94 }),
}
