// Who spoke flows in; the AI mark of the recording flows out. In a blind round it says that a machine spoke, and not which.
import type { AiMark } from '@psiona/psi'
import { PRODUCT_VERSION, type VoiceChoice } from '@psiona/shared'

const software = `Psiona ${PRODUCT_VERSION}`
export const markOf = (choice: VoiceChoice): AiMark => ({
  software,
  engine: choice.kind,
  // The ψ voice is rules; the others are models that learned from recordings.
  sourceType: choice.kind === 'psi' ? 'algorithmicMedia' : 'trainedAlgorithmicMedia',
})
/** The same for all: a machine spoke. Which one is told with the answer. */
export const BLIND_MARK: AiMark = { software, engine: 'blind round', sourceType: 'trainedAlgorithmicMedia' }
