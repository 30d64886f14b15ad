// A character source that stands still. In: what is special about the character. Out: the port.
import { Character } from '@psiona/shared'
import type { CharacterSource } from '../../apps/server/src/organs'

export const plainCharacter = (more: { readonly [key: string]: unknown } = {}): Character =>
  Character.parse({
    identity: { name: 'Tori', role: 'tester', about: 'She tests.' },
    traits: { likes: ['rain'] },
    style: { greetings: ['[joy:0.6] Hello!'], goodbyes: ['[joy:0.5] Bye!'] },
    ...more,
  })

export const standingCharacter = (character: Character = plainCharacter(), problem: string | null = null): CharacterSource => ({
  current: () => ({ id: 'tori', character, problem }),
})
