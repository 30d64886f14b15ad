// A wav file of any kind flows in; what the recogniser reads flows out: 16-bit mono at 16 kHz behind the plain header, nothing after the sound.
import { encodeWav, readWav } from '@psiona/psi'
import { JUDGE_RATE } from './band-power'

/** A file is read in parts of 2¹⁵ and written in parts of 2¹⁵ − 1: with this, samples at 16 kHz stay what they are. */
const READ_TO_WRITTEN = 32_768 / 32_767

export const recogniserWav = (wav: Uint8Array): Uint8Array =>
  encodeWav(
    readWav(wav, JUDGE_RATE).map((sample) => sample * READ_TO_WRITTEN),
    JUDGE_RATE,
  )
