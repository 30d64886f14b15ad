// The equaliser on the sound itself: voice and hiss take its colour, loudness stays, and no points are no change.
import { type EqualiserPoint, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { bandPower } from '../test/sound-measures'
import { BIRCH, phrase } from '../test/spoken-phrases'
import { Equaliser, equaliserCurve } from './equaliser'
import { measureLoudness } from './loudness-meter'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'

const say = (equaliser: EqualiserPoint[], spoken: Phrase = BIRCH) =>
  renderOffline({ phrases: [spoken], dials: VoiceDials.parse({ equaliser }), emotion: {}, seed: 1 }).pcm
const decibels = (pcm: Float32Array, from: number, to: number) => 10 * Math.log10(bandPower(pcm, from, to))
/** How much more a band gains than another. */
const tilt = (points: EqualiserPoint[], low: readonly [number, number], high: readonly [number, number], spoken?: Phrase) => {
  const [plain, coloured] = [say([], spoken), say(points, spoken)]
  return decibels(coloured, ...high) - decibels(plain, ...high) - (decibels(coloured, ...low) - decibels(plain, ...low))
}

describe('equaliser', () => {
  it('colours the voice by what its points say', () => {
    const points = [
      { hz: 400, db: -4 },
      { hz: 700, db: -4 },
      { hz: 2500, db: 5 },
      { hz: 4500, db: 5 },
    ]
    expect(Math.abs(tilt(points, [450, 650], [2700, 4200], phrase('AA2 / EH2 / IY2')) - 9)).toBeLessThan(1)
  })

  it('colours hiss as it colours voice', () => {
    const points = [
      { hz: 4000, db: 0 },
      { hz: 6500, db: 8 },
    ]
    expect(Math.abs(tilt(points, [3000, 3900], [7000, 9000], phrase('S S S S')) - 8)).toBeLessThan(1.5)
  })

  it('leaves the loudness', () => {
    const plain = measureLoudness(say([]), 24_000).lufs!
    for (const points of [
      [{ hz: 500, db: 12 }],
      [
        { hz: 300, db: -6 },
        { hz: 3000, db: 3 },
      ],
      [
        { hz: 300, db: 6 },
        { hz: 3000, db: -6 },
      ],
    ])
      expect(Math.abs(measureLoudness(say(points), 24_000).lufs! - plain)).toBeLessThan(1.5)
  })

  it('without points, and with points of 0 dB, changes no bit', () => {
    expect(say([{ hz: 1000, db: 0 }])).toEqual(say([]))
  })

  it('runs from point to point without overshoot, in any order, and stays level outside', () => {
    const points = [
      { hz: 4000, db: -6 },
      { hz: 250, db: 6 },
      { hz: 1000, db: 0 },
    ]
    const equaliser = new Equaliser()
    equaliser.set(equaliserCurve(points), 0)
    const at = (hertz: number) => {
      const spectrum = { hertz: Float64Array.of(hertz), re: Float64Array.of(1), im: Float64Array.of(0) }
      equaliser.colour(spectrum, 1)
      return 20 * Math.log10(spectrum.re[0]!)
    }
    for (const { hz, db } of points) expect(Math.abs(at(hz) - db)).toBeLessThan(0.7)
    expect(at(60)).toBeCloseTo(6, 1)
    expect(at(11_900)).toBeCloseTo(-6, 1)
    for (let hertz = 60; hertz < 11_000; hertz *= 1.05) expect(at(1.05 * hertz)).toBeLessThanOrEqual(at(hertz) + 1e-9)
  })
})
