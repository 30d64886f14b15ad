// A seed in, somebody typing on a mechanical keyboard out: presses and releases with their resonances, in words and pauses.
import { createRandom, type Random } from '@psiona/psi/random'
import { MIC_RATE } from '@psiona/shared'

/** Ringing parts of a key press: the cap and switch (high, short) and the case and desk (low, longer). */
const MODES = [
  { hz: 130, decayMs: 28, level: 0.55 },
  { hz: 310, decayMs: 18, level: 0.4 },
  { hz: 870, decayMs: 9, level: 0.5 },
  { hz: 1750, decayMs: 6, level: 0.6 },
  { hz: 2900, decayMs: 5, level: 0.8 },
  { hz: 4300, decayMs: 3.5, level: 0.7 },
  { hz: 6100, decayMs: 2.5, level: 0.4 },
] as const
const KEYS = 40
const RING_SECONDS = 0.12

/** Every key rings a little differently, and the same each time. */
const keyboard = (random: Random) =>
  Array.from({ length: KEYS }, () =>
    MODES.map(({ hz, decayMs, level }) => ({
      hz: hz * random.between(0.85, 1.18),
      decayMs: decayMs * random.between(0.7, 1.4),
      level: level * random.between(0.4, 1.5),
    })),
  )

type Key = ReturnType<typeof keyboard>[number]

function strike(out: Float32Array, atSecond: number, key: Key, loudness: number, random: Random): void {
  const from = Math.round(atSecond * MIC_RATE)
  const length = Math.min(Math.round(RING_SECONDS * MIC_RATE), out.length - from)
  for (const { hz, decayMs, level } of key) {
    const phase = random.uniform()
    const fade = Math.exp(-1000 / (decayMs * MIC_RATE))
    let envelope = loudness * level
    for (let i = 0; i < length; i++) {
      out[from + i]! += envelope * Math.sin(2 * Math.PI * (phase + (hz * i) / MIC_RATE))
      envelope *= fade
    }
  }
  // The click itself: 2 ms of noise.
  for (let i = 0; i < Math.min(length, MIC_RATE / 500); i++)
    out[from + i]! += loudness * random.normal() * (1 - (i * 500) / MIC_RATE)
}

export function keyboardNoise(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const out = new Float32Array(Math.round(seconds * MIC_RATE))
  const keys = keyboard(random)
  const space = keys[0]!.map((mode) => ({ ...mode, hz: mode.hz * 0.6, decayMs: mode.decayMs * 1.6, level: mode.level * 1.3 }))
  const press = (at: number, key: Key) => {
    const force = random.between(0.5, 1)
    strike(out, at, key, force, random)
    strike(out, at + random.between(0.06, 0.14), key, force * random.between(0.2, 0.5), random)
  }
  let at = random.between(0.2, 1)
  while (at < seconds) {
    const words = 2 + Math.floor(random.between(0, 9))
    for (let word = 0; word < words; word++) {
      const letters = 2 + Math.floor(random.between(0, 7))
      for (let letter = 0; letter < letters; letter++) {
        press(at, keys[Math.floor(random.uniform() * KEYS)]!)
        // Log-normal: mostly 90 to 200 ms, now and then a hesitation.
        at += 0.13 * Math.exp(0.38 * random.normal())
      }
      press(at, space)
      at += random.between(0.12, 0.35)
    }
    at += random.between(0.5, 3.5)
  }
  return out
}
