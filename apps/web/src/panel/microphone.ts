// This page's microphone: one for as long as the panel is open, on whatever page. Nothing flows in before the shell attends to it.
import { createMicrophone } from '../mic/microphone'

export const microphone = createMicrophone({ kind: 'panel' })
