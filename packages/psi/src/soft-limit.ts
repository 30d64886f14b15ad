// A sample in, the same sample out as long as it is not loud; what is louder bends towards PEAK and never reaches it.
const KNEE = 0.6
export const PEAK = 0.89
const ROOM = PEAK - KNEE

export function softLimit(sample: number): number {
  if (sample > KNEE) return KNEE + ROOM * Math.tanh((sample - KNEE) / ROOM)
  if (sample < -KNEE) return -KNEE + ROOM * Math.tanh((sample + KNEE) / ROOM)
  return sample
}
