// Dials flow in, a speaker with our own voice flows out, rendered here and now as the command line renders it.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeWav, english, openDictionary, openLetterToSound } from '@psiona/psi'
import { type Character, SAMPLE_RATE, sanitise, type VoiceDials } from '@psiona/shared'
import { psiDataFiles } from '../../apps/server/src/psi-data'
import { loadCharacter } from '../../apps/server/src/store/character-files'
import { makeRendition, type Rendition } from '../../apps/server/src/voice/rendition'
import { root } from '../../tests/checkout'
import type { Speaker } from './speaker'

const SEED = 1

/** Tori as she ships, whatever this machine's owner has made of her. */
export function shippedTori(): Character {
  const shippedDir = join(root, 'characters')
  return loadCharacter({ shippedDir, userDir: shippedDir, id: 'tori' })
}

export interface PsiSpeaker extends Speaker {
  render(text: string): Rendition
}

/** What she pronounces words by. */
export function shippedEnglish() {
  const files = psiDataFiles(root)
  return english({
    dictionary: openDictionary(readFileSync(files.dictionaryFile)),
    letterToSound: openLetterToSound(readFileSync(files.letterToSoundFile)),
    lexicon: shippedTori().voice.lexicon,
  })
}

/** Every text is rendered once. */
export function psiSpeaker(name: string, dials: VoiceDials): PsiSpeaker {
  const pronouncer = shippedEnglish()
  const rendered = new Map<string, Rendition>()
  const render = (text: string): Rendition => {
    const known = rendered.get(text)
    if (known) return known
    const rendition = makeRendition({ text: sanitise(text), dials, emotion: {}, seed: SEED }, pronouncer)
    rendered.set(text, rendition)
    return rendition
  }
  return {
    name,
    render,
    speak: (text, wavFile) => writeFile(wavFile, encodeWav(render(text).pcm, SAMPLE_RATE)),
  }
}
