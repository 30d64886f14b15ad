// In: recognisers. Out: whether two are the same choice, and what one is called.
import type { RecogniserChoice } from '@psiona/shared'
import { commandLineText } from '../../lib/command-line'

export function sameRecogniser(a: RecogniserChoice, b: RecogniserChoice): boolean {
  switch (a.kind) {
    case 'sherpa':
      return b.kind === 'sherpa' && a.model === b.model
    case 'openai':
      return b.kind === 'openai' && a.baseUrl === b.baseUrl && a.model === b.model
    case 'command':
      return b.kind === 'command' && commandLineText(a) === commandLineText(b)
    default:
      return a.kind === b.kind
  }
}
