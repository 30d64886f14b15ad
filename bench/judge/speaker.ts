// A sentence flows in, a wav file flows out: the voices that are judged, and those of the programs that people have.
import { writeFile } from 'node:fs/promises'
import { runProgram } from './program'

export interface Speaker {
  readonly name: string
  /** Writes a wav file of any rate. @throws Problem when its program is missing. */
  speak(text: string, wavFile: string, signal?: AbortSignal): Promise<void>
}

/** Both programs read the text from a file, as a line. */
async function textFile(text: string, wavFile: string): Promise<string> {
  const file = `${wavFile}.txt`
  await writeFile(file, `${text}\n`)
  return file
}

const espeak = (name: string, voice: string): Speaker => ({
  name,
  speak: async (text, wavFile, signal) =>
    void (await runProgram('espeak-ng', ['-v', voice, '-w', wavFile, '-f', await textFile(text, wavFile)], signal)),
})

const flite = (voice: string): Speaker => ({
  name: `flite_${voice}`,
  speak: async (text, wavFile, signal) =>
    void (await runProgram('flite', ['-voice', voice, '-f', await textFile(text, wavFile), '-o', wavFile], signal)),
})

export const PROGRAM_SPEAKERS = {
  espeak: espeak('espeak', 'en-us'),
  klatt4: espeak('klatt4', 'en-us+klatt4'),
  flite_slt: flite('slt'),
  flite_kal16: flite('kal16'),
  flite_rms: flite('rms'),
} as const satisfies Readonly<Record<string, Speaker>>
