// In: a change of what viewers see. Out: it saved, with a way back to how it was before.
import type { OverlaySettings } from '@psiona/shared'
import { type SectionDesk, useSection } from '../use-section'

export interface OverlayDesk extends Omit<SectionDesk<OverlaySettings>, 'value'> {
  readonly overlay: OverlaySettings
}

export function useOverlaySettings(): OverlayDesk {
  const { value: overlay, ...desk } = useSection('overlay')
  return { overlay, ...desk }
}
