// A seed in, the fans of a computer under load out: broadband rush, blade tones, slow changes of speed.
import { createRandom } from '@psiona/psi/random'
import { MIC_RATE } from '@psiona/shared'

/** Blades × turns per second of a case fan and a smaller, faster one. */
const FANS = [
  { bladeHz: 142, level: 0.05, partials: 6 },
  { bladeHz: 391, level: 0.02, partials: 5 },
] as const
/** Speed and rush wander this much, over this many seconds. */
const WANDER = { depth: 0.06, seconds: 7 } as const

export function fanNoise(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const out = new Float32Array(Math.round(seconds * MIC_RATE))
  const phases = FANS.map(({ partials }) => Array.from({ length: partials }, () => random.uniform()))
  const wanderings = [random.uniform(), random.uniform(), random.uniform()]
  // Three leaky integrators give a slope of about 1/f; the fastest one keeps the hiss.
  const rush = [0, 0, 0]
  for (let i = 0; i < out.length; i++) {
    const time = i / MIC_RATE
    const slow = wanderings.map((at, k) => Math.sin(2 * Math.PI * (at + time / (WANDER.seconds * (1 + 0.7 * k)))))
    const white = random.normal()
    rush[0] = rush[0]! * 0.997 + white * 0.07
    rush[1] = rush[1]! * 0.95 + white * 0.22
    rush[2] = rush[2]! * 0.55 + white * 0.35
    let value = 0.05 * (rush[0] + rush[1] + rush[2]) * (1 + 3 * WANDER.depth * slow[0]!)
    for (const [fan, { bladeHz, level, partials }] of FANS.entries()) {
      const hz = bladeHz * (1 + WANDER.depth * slow[fan + 1]!)
      for (let k = 0; k < partials; k++) {
        const phase = (phases[fan]![k]! + (hz * (k + 1)) / MIC_RATE) % 1
        phases[fan]![k] = phase
        value += (level / (k + 1)) * Math.sin(2 * Math.PI * phase)
      }
    }
    out[i] = value
  }
  return out
}
