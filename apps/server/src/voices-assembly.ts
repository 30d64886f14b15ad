// All that speaks beside her own oscillators: other engines, what reads foreign languages, the room where voices are tried out.
import type { Character } from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import type { HouseNews } from './house'
import { phonemisersOf } from './language-assembly'
import { openListening } from './listening-assembly'
import { createOpenParts } from './open-parts'
import { type SpeechParts, speechOf } from './speech-assembly'
import { pacedSpeech, speechPace } from './speech-pace'
import { spokenLanguage } from './spoken-language'
import type { Topic } from './streams'

export interface VoicesParts extends Pick<SpeechParts, 'settings' | 'models'> {
  readonly config: Config
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly character: () => Character
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

export function openVoices({ config, clock, news, settings, models, character, onTrouble }: VoicesParts) {
  const open = createOpenParts(onTrouble('a part of the voices did not close'))
  const language = () => character().voice.language
  const phonemisers = phonemisersOf(config, clock)
  open.add(phonemisers.close)
  const speech = speechOf({ config, clock, settings, models, voice: () => character().voice, onTrouble: onTrouble('a voice') })
  open.add(speech.close)
  open.add(news.subscribe(({ type }) => type === 'models-changed' && speech.settle()))
  const chosen = () => settings.current().voice
  const listening = openListening({ config, clock, character, chosen, speech, speakable: phonemisers.speakable })
  open.add(listening.close)
  return {
    speech,
    voices: listening.voices,
    ratings: listening.ratings,
    language,
    /** How long what she says will take. */
    paced: pacedSpeech(() => speechPace(chosen(), character().voice.dials.rate)),
    /** What she speaks with the voice that is chosen, as far as that is known. */
    spoken: () =>
      spokenLanguage({
        wanted: language(),
        voice: chosen(),
        installed: models.installed(),
        ownVoice: phonemisers.health(language()),
      }),
    /** Phones for text that English rules cannot read. */
    speakable: (text: string) => phonemisers.speakable(text, language()),
    checkLanguage: () => void phonemisers.check(language()),
    languageHealth: () => phonemisers.health(language()),
    close: open.close,
  }
}
