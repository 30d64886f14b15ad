// Looks at a model's files before sherpa does: a bad file makes it end the whole process. In: the model, its folder. Out: what its main file
// says of itself, or an error that names the file. Blocks; for the worker.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Metadata, onnxMetadata } from '../onnx-metadata'
import { UnusableModel } from '../unusable-model'
import { missingMetadata } from './sherpa-metadata'
import type { SherpaModel } from './sherpa-models'

/** A symbol and its number, or the number alone for the space. White space is ASCII's: other kinds are symbols. */
const TOKEN = /^[ \t]*[^ \t\r\f\v]+(?:[ \t]+\d+)?[ \t\r]*$/
const REMEDY = 'Fetch the model again on the Ears page.'

/** @throws UnusableModel */
export function checkModelFiles(model: SherpaModel, folder: string): Metadata {
  let described: Metadata = new Map()
  let words = 0
  let vocabulary = 0
  const damaged = (name: string, what: string) =>
    new UnusableModel('model-file-damaged', `${name} of ${model.title} ${what}. ${REMEDY}`)
  for (const [role, name] of Object.entries(model.files)) {
    const path = join(folder, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) throw new UnusableModel('model-file-missing', `${name} of ${model.title} is missing. ${REMEDY}`)
    if (stat.size === 0) throw damaged(name, 'is empty')
    if (role === 'tokens') {
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
      if (!lines.every((line) => TOKEN.test(line))) throw damaged(name, 'is no list of words and numbers')
      words = lines.length
      continue
    }
    const metadata = onnxMetadata(path)
    if (!metadata) throw damaged(name, 'is no ONNX model, or was cut short')
    const [missing] = missingMetadata(model.engine, role, metadata)
    if (missing !== undefined) throw damaged(name, `does not fit: it does not give ${missing}`)
    vocabulary = Math.max(vocabulary, Number(metadata.get('vocab_size') ?? 0))
    if (role === 'encoder' || role === 'model') described = metadata
  }
  if ('tokens' in model.files && words < vocabulary) throw damaged(model.files.tokens, 'has too few words for the model')
  return described
}
