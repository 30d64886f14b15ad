// A voice as sherpa loads it. In: the model, its folder, and where to write what sherpa reads in another form. Out: sherpa's configuration.
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { OfflineTtsConfig, OfflineTtsEngineConfig } from 'sherpa-onnx-node'
import { UnusableModel } from '../unusable-model'
import { piperConfig, preparePiper } from './sherpa-piper'
import type { SherpaVoiceStart } from './sherpa-speech-messages'

/** She speaks while a game runs: a second core only where there are enough. */
const threads = () => (availableParallelism() >= 4 ? 2 : 1)
const ENGLISH = /^en\b/i

/** @throws UnusableModel, or the file system's error */
export function sherpaVoiceConfig({ model, folder, scratchDir }: SherpaVoiceStart): OfflineTtsConfig {
  const at = (path: string) => join(folder, path)
  const dataDir = dirname(at(model.files.phontab))
  const engine = (): OfflineTtsEngineConfig => {
    switch (model.engine) {
      case 'piper': {
        const config = piperConfig(at(model.files.config))
        if (!config)
          throw new UnusableModel(
            'model-file-damaged',
            `${model.files.config} of ${model.title} is no description of a Piper voice. Fetch the voice again on the Voice page.`,
          )
        const { noiseScale, noiseScaleW, lengthScale } = config
        return {
          vits: { ...preparePiper(at(model.files.model), config, scratchDir), dataDir, noiseScale, noiseScaleW, lengthScale },
        }
      }
      case 'vits':
        return { vits: { model: at(model.files.model), tokens: at(model.files.tokens), dataDir } }
      case 'kokoro': {
        const { lexicon } = model.files
        const language = model.languages[0] ?? ''
        return {
          kokoro: {
            model: at(model.files.model),
            voices: at(model.files.voices),
            tokens: at(model.files.tokens),
            dataDir,
            lexicon: lexicon === undefined ? '' : at(lexicon),
            lang: lexicon !== undefined ? '' : ENGLISH.test(language) ? 'en-us' : language.toLowerCase(),
          },
        }
      }
      case 'kitten':
        return {
          kitten: { model: at(model.files.model), voices: at(model.files.voices), tokens: at(model.files.tokens), dataDir },
        }
      case 'matcha':
        return {
          matcha: {
            acousticModel: at(model.files.model),
            vocoder: at(model.files.vocoder),
            tokens: at(model.files.tokens),
            dataDir,
          },
        }
      default:
        return model satisfies never
    }
  }
  return { model: { ...engine(), numThreads: threads(), provider: 'cpu', debug: 0 }, maxNumSentences: 1 }
}
