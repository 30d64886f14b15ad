// A folder of 16 kHz wav files flows in; the words that the recogniser hears in each flow out.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClosedVocabulary } from './closed-vocabulary'
import { runProgram } from './program'
import { withoutVariant } from './recogniser-dictionary'
import { withScratchFolder } from './scratch-folder'
import { speechModel } from './speech-model'

/** Words weigh little against the sound, and hardly a path is given up. */
const SEARCH = ['-lw', '6.5', '-wip', '0.2', '-beam', '1e-60', '-wbeam', '1e-40', '-pbeam', '1e-60', '-cmn', 'batch']

/** `ids` are the files' names without ".wav". The result has one list of words for each, in order. @throws Problem when a part is missing. */
export function heardWords(
  folder: string,
  ids: readonly string[],
  vocabulary: ClosedVocabulary,
  signal?: AbortSignal,
): Promise<string[][]> {
  return withScratchFolder(async (scratch) => {
    const list = join(scratch, 'list')
    const words = join(scratch, 'words.dict')
    const model = join(scratch, 'words.arpa')
    const heard = join(scratch, 'heard')
    await writeFile(list, `${ids.join('\n')}\n`)
    await writeFile(words, vocabulary.dictionary)
    await writeFile(model, vocabulary.languageModel)
    const sound = ['-ctl', list, '-cepdir', folder, '-cepext', '.wav', '-adcin', 'yes', '-adchdr', '44']
    const language = ['-hmm', speechModel().acousticDir, '-lm', model, '-dict', words]
    await runProgram('pocketsphinx_batch', [...language, ...sound, ...SEARCH, '-hyp', heard, '-logfn', '/dev/null'], signal)
    const lines = new Map((await readFile(heard, 'utf8')).split('\n').map(idAndWords))
    return ids.map((id) => lines.get(id) ?? [])
  })
}

/** "word word(2) … (id score)"; the marks of a sentence and fillers are no words. */
function idAndWords(line: string): [string, string[]] {
  const [, said = '', id = ''] = /^(.*)\((\S+) -?\d+\)$/.exec(line) ?? []
  const words = said.split(/\s+/).filter((word) => word && !/^[<[]/.test(word))
  return [id, words.map(withoutVariant)]
}
