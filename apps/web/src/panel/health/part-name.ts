// In: a part. Out: its whole name, where there is room for it.
import type { PartName } from '@psiona/shared'
import { PART_LABEL } from '../health-fold'

export const PART_NAME: Record<PartName, string> = { ...PART_LABEL, microphone: 'Microphone' }
