// What every part of the sheet editor is given: the desk and how to edit it, the model's facts, what the doctor suggests, the stage to try it on.
import type { ModelFacts, ModelSheet } from '@psiona/shared'
import type { SheetDesk } from './sheet-desk'
import type { Stage } from './use-stage'

export interface SheetParts {
  readonly stage: Stage
  readonly desk: SheetDesk
  readonly facts: ModelFacts
  readonly suggested: ModelSheet
  readonly edit: (edit: (draft: ModelSheet) => ModelSheet) => void
}

/** "Mouth open (ParamMouthOpenY)", or the id alone where the model gives no other name. */
export const parameterName = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === '' || name === id ? id : `${name} (${id})`
