// Recognition by a model of the catalogue, in a process of its own. In: utterances. Out: their words; partials where the model streams.
import type { Clock } from '../clock'
import type { Transcriber } from '../organs'
import type { SherpaRecogniserModel } from './sherpa-models'
import { sherpaProcess } from './sherpa-process'
import { sherpaText } from './sherpa-text'

export interface SherpaTranscriberOptions {
  readonly model: SherpaRecogniserModel
  /** Where the model's files lie. */
  readonly folder: string
  /** BCP 47. */
  readonly language: string
  /** The bundled sherpa-worker. */
  readonly workerFile: string
  readonly clock: Clock
}

/** The model begins to load at once. The caller closes it. */
export function createSherpaTranscriber(options: SherpaTranscriberOptions): Transcriber {
  const { model, language } = options
  const sherpa = sherpaProcess(options)
  sherpa.start()
  return {
    name: model.title,
    async *transcribe(utterance, signal) {
      let said = ''
      for await (const answer of sherpa.hear(utterance, signal)) {
        if (answer.type !== 'text') continue
        const text = sherpaText(answer.text, model.engine, language)
        if (answer.final || text !== said) yield { text, final: answer.final }
        said = text
      }
    },
    health: sherpa.health,
    close: sherpa.close,
  }
}
