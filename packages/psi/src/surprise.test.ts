// Syllables one by one: what was predicted surprises nobody, what was not does; and the beat's phase is part of the prediction.
import { describe, expect, it } from 'vitest'
import { createRandom } from './random'
import { Surprise, type SurpriseEvent } from './surprise'

const LEVEL_DB = -20
const SEMITONES = 90
const OCTAVES = 9.3
const INTERVAL_SECONDS = 0.25

/** So many syllables that vary as calm speech does; `level` may depend on their place in the beat. */
function calm(surprise: Surprise, count: number, levelDb = (_phase: number) => LEVEL_DB) {
  const random = createRandom(3)
  const events: SurpriseEvent[] = []
  for (let i = 0; i < count; i++) {
    const phase = i % 2 ? Math.PI : 0
    const observed = Float64Array.of(
      levelDb(phase) + random.normal(),
      SEMITONES + random.normal(),
      OCTAVES + 0.3 * random.normal(),
    )
    const event = surprise.step(i * INTERVAL_SECONDS, observed, phase)
    if (event) events.push(event)
  }
  return events
}
const after = (count: number) => count * INTERVAL_SECONDS

describe('Surprise', () => {
  it.each([
    ['energy', [LEVEL_DB + 16, SEMITONES, OCTAVES]],
    ['pitch', [LEVEL_DB, SEMITONES + 9, OCTAVES]],
    ['pitch', [LEVEL_DB, SEMITONES - 9, OCTAVES]],
    ['timbre', [LEVEL_DB, SEMITONES, OCTAVES + 2]],
  ] as const)('%s out of the ordinary is one, and says which', (kind, observed) => {
    const surprise = new Surprise()
    expect(calm(surprise, 60)).toEqual([])
    expect(surprise.step(after(60), Float64Array.from(observed), 0)).toMatchObject({ at: after(60), kind })
  })

  it('a soft syllable and one without pitch are none', () => {
    const surprise = new Surprise()
    calm(surprise, 60)
    expect(surprise.step(after(60), Float64Array.of(LEVEL_DB - 7, SEMITONES, OCTAVES), 0)).toBeNull()
    expect(surprise.step(after(62), Float64Array.of(LEVEL_DB, Number.NaN, OCTAVES), 0)).toBeNull()
    expect(surprise.step(after(64), Float64Array.of(Number.NaN, Number.NaN, Number.NaN), 0)).toBeNull()
  })

  it('what lasts becomes ordinary', () => {
    const surprise = new Surprise()
    calm(surprise, 60)
    const other = Float64Array.of(LEVEL_DB, SEMITONES + 9, OCTAVES)
    const surprised = Array.from({ length: 60 }, (_, i) => surprise.step(after(60) + i, other, 0) !== null)
    expect(surprised[0]).toBe(true)
    expect(surprised.slice(30).some(Boolean)).toBe(false)
  })

  it('a strong syllable off the beat surprises whoever has learned the beat', () => {
    const beaten = (phase: number) => LEVEL_DB + (phase === 0 ? 8 : -8)
    const strongAt = (phase: number) => {
      const surprise = new Surprise()
      calm(surprise, 120, beaten)
      return surprise.step(after(120), Float64Array.of(LEVEL_DB + 8, SEMITONES, OCTAVES), phase)
    }
    expect(strongAt(0)).toBeNull()
    expect(strongAt(Math.PI)).toMatchObject({ kind: 'energy' })
  })
})
