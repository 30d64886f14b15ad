// This phone's microphone: one for as long as its page is open. Nothing flows in before the page attends to it.
import { createMicrophone } from '../microphone'

export const microphone = createMicrophone({ kind: 'phone', standby: true })
