// A model_dict.json of Open-LLM-VTuber in, its entries out: which models there are and which expression shows which emotion.
import { z } from 'zod'
import { dictionaryOf, finite, listOf, maybe, numberOr, text, textOrEmpty } from './lenient'

const MOST_MODELS = 1000
const MOST_WORDS = 500

export const ModelDictEntry = z.object({
  name: text,
  description: textOrEmpty,
  /** Of the model3.json, on the server it was written for. */
  url: textOrEmpty,
  kScale: maybe(finite),
  initialXshift: numberOr(0),
  initialYshift: numberOr(0),
  idleMotionGroupName: maybe(text),
  /** Emotion word → number of an expression in the order of the model3.json, or its name. */
  emotionMap: dictionaryOf(z.union([z.number().int().min(0), text]), MOST_WORDS),
  /** Hit area → motion group → how often it is taken. */
  tapMotions: dictionaryOf(dictionaryOf(finite, MOST_WORDS), MOST_WORDS),
})
export type ModelDictEntry = z.infer<typeof ModelDictEntry>

export const ModelDict = listOf(ModelDictEntry, MOST_MODELS)
export type ModelDict = z.infer<typeof ModelDict>
