// Where the recogniser's American English model lies on this machine.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { missingPackage } from './program'

export const MODEL_PACKAGE = 'pocketsphinx-en-us'
const FOLDERS = ['/usr/share', '/usr/local/share', '/opt/homebrew/share'].map((share) => join(share, 'pocketsphinx/model/en-us'))

export interface SpeechModel {
  readonly acousticDir: string
  readonly dictionaryFile: string
}

/** Null when the model is not installed. */
export function findSpeechModel(): SpeechModel | null {
  const folder = FOLDERS.find((each) => existsSync(join(each, 'en-us')) && existsSync(join(each, 'cmudict-en-us.dict')))
  return folder === undefined ? null : { acousticDir: join(folder, 'en-us'), dictionaryFile: join(folder, 'cmudict-en-us.dict') }
}

/** @throws Problem when the model is not installed. */
export function speechModel(): SpeechModel {
  const model = findSpeechModel()
  if (!model) throw missingPackage('The American English model of pocketsphinx', MODEL_PACKAGE)
  return model
}
