// How loud the microphone is. In: chunks. Out: mean power in dBFS, at most 15 a second; and for the health, whether anything but silence comes.
import { MIC_CHUNK_MS, type Ms, type PcmChunk } from '@psiona/shared'

/** 15 a second is what an eye follows. */
const EVERY_CHUNKS = Math.ceil(1000 / 15 / MIC_CHUNK_MS)
/** 16-bit silence; a real microphone in a quiet room is above -80 dBFS. */
export const SILENCE_DB = -120

export const dbfsOf = (power: number): number => (power > 1e-12 ? 10 * Math.log10(power) : SILENCE_DB)

export function powerOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return samples.length === 0 ? 0 : sum / samples.length
}

export interface MicLevel {
  take(chunk: PcmChunk): void
  /** How long nothing but digital silence has come. */
  readonly silentMs: Ms
}

export function createMicLevel(onLevel: (dbfs: number) => void): MicLevel {
  let power = 0
  let chunks = 0
  let silentMs = 0
  return {
    get silentMs() {
      return silentMs
    },
    take({ samples }) {
      const now = powerOf(samples)
      silentMs = now > 0 ? 0 : silentMs + MIC_CHUNK_MS
      power += now
      if (++chunks < EVERY_CHUNKS) return
      onLevel(Math.round(dbfsOf(power / chunks) * 10) / 10)
      power = 0
      chunks = 0
    },
  }
}
