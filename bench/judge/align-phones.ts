// Speech as wav files and what is said in it flow in; when each phone is heard flows out. Independent of whatever synthesised it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, type Seconds } from '@psiona/shared'
import { phoneGrammar, phoneWords } from './phone-grammar'
import { runProgram } from './program'
import { recogniserDictionary, withoutVariant, wordsOf } from './recogniser-dictionary'
import { recogniserWav } from './recogniser-wav'
import { withScratchFolder } from './scratch-folder'
import { speechModel } from './speech-model'

export interface AlignedPhone {
  readonly start: Seconds
  readonly end: Seconds
  /** One of ALIGNED_PHONES, or a filler in brackets such as "<sil>". */
  readonly phone: string
}
export interface Recording {
  /** Of any rate; the recogniser hears it at 16 kHz. */
  readonly wavFile: string
  readonly text: string
}

const FRAMES_PER_SECOND = 100
/** Decides how readily a pause is heard between two words; what the recogniser takes for a single grammar. */
const LANGUAGE_WEIGHT = ['-lw', '6.0']
/** Nothing is given up on the way: the grammar has one text only. */
const BEAMS = ['-beam', '1e-100', '-wbeam', '1e-80', '-pbeam', '1e-100']

/** @throws Problem when a part is missing, or the text cannot be found in the sound. */
export async function alignPhones(wavFile: string, text: string, signal?: AbortSignal): Promise<readonly AlignedPhone[]> {
  const [aligned] = await alignAll([{ wavFile, text }], signal)
  if (!aligned) throw notFound()
  return aligned
}

/** One run of the recogniser for all; null where the text cannot be found in the sound. */
export function alignAll(recordings: readonly Recording[], signal?: AbortSignal): Promise<(readonly AlignedPhone[] | null)[]> {
  const dictionary = recogniserDictionary()
  return withScratchFolder(async (folder) => {
    const ids = recordings.map((_, index) => `r${index}`)
    for (const [index, { wavFile, text }] of recordings.entries()) {
      await writeFile(join(folder, `r${index}.wav`), recogniserWav(await readFile(wavFile)))
      await writeFile(join(folder, `r${index}.fsg`), phoneGrammar(wordsOf(text), dictionary))
    }
    const list = join(folder, 'list')
    const phones = join(folder, 'phones.dict')
    const segments = join(folder, 'segments')
    await writeFile(list, `${ids.join('\n')}\n`)
    await writeFile(phones, phoneWords())
    const sound = ['-ctl', list, '-cepdir', folder, '-cepext', '.wav', '-adcin', 'yes', '-adchdr', '44', '-remove_silence', 'no']
    const grammar = ['-fsgctl', list, '-fsgdir', folder, '-fsgext', '.fsg', '-dict', phones, '-fsgusefiller', 'yes']
    const written = ['-hypseg', segments, '-hyp', join(folder, 'words'), '-logfn', '/dev/null']
    await runProgram(
      'pocketsphinx_batch',
      ['-hmm', speechModel().acousticDir, ...sound, ...grammar, ...LANGUAGE_WEIGHT, ...BEAMS, ...written],
      signal,
    )
    const found = new Map((await readFile(segments, 'utf8')).split('\n').map((line) => [line.split(' ')[0], line]))
    return ids.map((id) => segmentsOf(found.get(id) ?? ''))
  })
}

/** "id S n T n A n L n (frame score score word)* lastFrame" */
function segmentsOf(line: string): AlignedPhone[] | null {
  const fields = line.trim().split(/\s+/)
  const first = fields.indexOf('L') + 2
  const segments: { frame: number; phone: string }[] = []
  for (let i = first; first > 1 && i + 3 < fields.length; i += 4)
    segments.push({ frame: Number(fields[i]), phone: withoutVariant(fields[i + 3]!) })
  if (segments.length === 0) return null
  return segments.map(({ frame, phone }, i) => ({
    start: frame / FRAMES_PER_SECOND,
    end: (segments[i + 1]?.frame ?? Number(fields.at(-1))) / FRAMES_PER_SECOND,
    phone,
  }))
}

const notFound = () =>
  new Problem('speech-not-aligned', 'input', 'The text cannot be found in the sound. Give the text that is spoken.')
