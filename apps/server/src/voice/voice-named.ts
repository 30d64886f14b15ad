// The name of a voice flows in, its dials flow out.
import { VOICES } from '@psiona/psi'
import { Problem, type VoiceDials } from '@psiona/shared'

/** @throws Problem that names those there are. */
export function voiceNamed(name: string): VoiceDials {
  const dials = Object.hasOwn(VOICES, name) ? VOICES[name] : undefined
  if (!dials)
    throw new Problem('unknown-voice', 'missing', `There is no such voice; there are: ${Object.keys(VOICES).join(', ')}.`)
  return dials
}
