// The parts of a house that try voices out, for tests in which nobody does.
import type { House } from '../../apps/server/src/house'

const nobody = () => {
  throw new Error('nobody tries a voice out here')
}

export const untouchedVoices = (): Pick<House, 'voices' | 'ratings'> => ({
  voices: { list: nobody, render: nobody, references: nobody, addReference: nobody, removeReference: nobody },
  ratings: { list: nobody, draw: nobody, sound: nobody, add: nobody, wipe: nobody },
})
