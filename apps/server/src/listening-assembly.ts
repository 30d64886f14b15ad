// Trying voices out, and asking listeners about them: the parts behind the Voice page, the rating page and their routes.
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Character, VoiceChoice } from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import type { House } from './house'
import { createListeningTest } from './listening-test'
import { psiDataFiles } from './psi-data'
import type { Speech } from './speech-assembly'
import { openRatings } from './store/ratings'
import { createListeningRoom, type ListeningRoomParts } from './voice/listening-room'
import { createStudio } from './voice/studio'
import { voiceNamed } from './voice/voice-named'

export interface ListeningParts {
  readonly config: Config
  readonly clock: Clock
  readonly character: () => Character
  readonly chosen: () => VoiceChoice
  readonly speech: Pick<Speech, 'byChoice' | 'find' | 'references'>
  readonly speakable: ListeningRoomParts['speakable']
}

/** The random numbers of a round need no more than this. */
const STEPS = 2 ** 31

export function openListening({ config, clock, character, chosen, speech, speakable }: ListeningParts) {
  const studio = createStudio({
    clock,
    ...psiDataFiles(config.rootDir),
    workerFile: fileURLToPath(new URL('./studio-worker.mjs', import.meta.url)),
  })
  const room = createListeningRoom({
    clock,
    studio,
    character,
    chosen,
    tts: (choice) => (choice.kind === 'psi' ? null : speech.byChoice(choice)),
    find: speech.find,
    speakable,
  })
  const closing = new AbortController()
  const ratings = openRatings(config.dataDir)
  const test = createListeningTest({
    clock,
    keep: ratings.add,
    random: () => randomInt(STEPS) / STEPS,
    make: async ({ engine, voice, text, emotion, seed }) => {
      const dials = voice === undefined ? undefined : voiceNamed(voice)
      return room.blind({ text, engine, emotion, seed, language: 'en-US', ...(dials ? { dials } : {}) }, closing.signal)
    },
  })
  return {
    voices: {
      list: room.list,
      render: (request, signal) => room.render(request, AbortSignal.any([signal, closing.signal])),
      references: speech.references.list,
      addReference: ({ wav, ...about }) => speech.references.add(about, Buffer.from(wav, 'base64')),
      removeReference: speech.references.remove,
    } satisfies House['voices'],
    ratings: {
      list: ratings.list,
      draw(request) {
        for (const voice of request.voices) voiceNamed(voice)
        return test.draw(request)
      },
      sound: test.sound,
      add: test.answer,
      wipe: ratings.wipe,
    } satisfies House['ratings'],
    close: () => {
      closing.abort()
      return studio.close()
    },
  }
}
