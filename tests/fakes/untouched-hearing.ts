// The hearing side of a household, for tests that do not touch it. Out: parts that answer with nothing.
import type { HouseholdParts } from '../../apps/server/src/household'
import { createMicrophoneSwitch } from '../../apps/server/src/microphone-switch'

const untouched = (): never => {
  throw new Error('this test does not hear')
}

export function untouchedHearing(): Pick<HouseholdParts, 'microphone' | 'hearing' | 'models' | 'traces'> {
  const microphone = createMicrophoneSwitch({ mode: 'open', onChange: () => {} })
  return {
    microphone: {
      ...microphone,
      plugged: (source) => microphone.plugged('stage', source),
      pageEars: untouched,
      pageTranscript: untouched,
      pageEarsOrder: () => ({ on: false, language: 'en-US' }),
    },
    hearing: { testHearing: untouched, findRecognisers: untouched, learnVoice: untouched },
    models: { current: () => [], list: untouched, pull: untouched, pause: untouched, verify: untouched, remove: untouched },
    traces: { list: untouched, wipe: untouched },
  }
}
