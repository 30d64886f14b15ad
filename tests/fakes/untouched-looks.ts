// The looks of a house in which nobody looks at her. In: nothing. Out: the parts of a House that must be there.
import type { House } from '../../apps/server/src/house'

const nobody = () => Promise.reject(new Error('nobody looks'))

export const untouchedLooks = (): Pick<House, 'avatars' | 'cubism' | 'look' | 'bubbles' | 'showEffect'> => ({
  avatars: { list: nobody, import: nobody, get: nobody, put: nobody, remove: nobody, restore: nobody },
  cubism: {
    state: () => {
      throw new Error('nobody looks')
    },
    fetch: nobody,
    put: nobody,
    remove: nobody,
  },
  look: { state: nobody, put: nobody },
  bubbles: () => [],
  showEffect: () => {},
})
